import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { afterSignInPath } from '@/lib/accounts/after-sign-in-path'
import { visitorOf } from '@/lib/accounts/session'
import { AccountCard } from '../account-card'
import { FormField } from '../form-field'
import { TOO_MANY } from '../form-words'

export const metadata: Metadata = { title: '登录' }

export default async function SignInPage({ searchParams }: PageProps<'/account/sign-in'>) {
  const { next, failed, email, done } = await searchParams
  const path = afterSignInPath(next)
  if (await visitorOf(await headers())) redirect(path)
  return (
    <AccountCard title="登录" action="/account/sign-in/check" complaint={failed === 'too_many' && TOO_MANY}>
      {done === 'deleted' && <p role="status">账号已经注销。</p>}
      <p className="text-muted">登录后，这个浏览器里没登录时下的订单会归到您的账号。</p>
      <input type="hidden" name="next" value={path} />
      <FormField
        name="email"
        label="邮箱"
        type="email"
        autoComplete="username"
        defaultValue={typeof email === 'string' ? email : ''}
      />
      <FormField
        name="password"
        label="密码"
        type="password"
        autoComplete="current-password"
        error={failed === 'wrong' ? '邮箱或密码不对，请再看一遍。' : undefined}
      />
      <button className="button w-full">登录</button>
      <p className="text-center">
        还没有账号？
        <Link
          href={`/account/sign-up?${new URLSearchParams({ next: path })}`}
          className="text-accent underline underline-offset-2"
        >
          注册
        </Link>
      </p>
    </AccountCard>
  )
}
