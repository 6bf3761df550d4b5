import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { afterSignInPath } from '@/lib/accounts/after-sign-in-path'
import { visitorOf } from '@/lib/accounts/session'
import { AccountCard } from '../account-card'
import { FormField } from '../form-field'
import { NEW_PASSWORD_ERRORS, NEW_PASSWORD_HINT, TOO_MANY } from '../form-words'

export const metadata: Metadata = { title: '注册' }

const EMAIL_ERRORS: Record<string, string> = {
  email: '请填写完整的邮箱，例如 name@example.com。',
  taken: '这个邮箱已经注册过了：请直接登录，或者换一个邮箱。',
}

export default async function SignUpPage({ searchParams }: PageProps<'/account/sign-up'>) {
  const { next, failed, email } = await searchParams
  const path = afterSignInPath(next)
  if (await visitorOf(await headers())) redirect(path)
  const kind = typeof failed === 'string' ? failed : ''
  return (
    <AccountCard title="注册" action="/account/sign-up/check" complaint={kind === 'too_many' && TOO_MANY}>
      <p className="text-muted">
        有了账号，换一个浏览器也能看到订单；这个浏览器里已经下的订单会归到您的账号。
      </p>
      <input type="hidden" name="next" value={path} />
      <FormField
        name="email"
        label="邮箱"
        type="email"
        autoComplete="username"
        hint="登录时用，不会收到邮件。"
        error={EMAIL_ERRORS[kind]}
        defaultValue={typeof email === 'string' ? email : ''}
      />
      <FormField
        name="password"
        label="密码"
        type="password"
        autoComplete="new-password"
        hint={NEW_PASSWORD_HINT}
        error={NEW_PASSWORD_ERRORS[kind]}
      />
      <button className="button w-full">注册</button>
      <p className="text-center">
        已经有账号？
        <Link
          href={`/account/sign-in?${new URLSearchParams({ next: path })}`}
          className="text-accent underline underline-offset-2"
        >
          登录
        </Link>
      </p>
    </AccountCard>
  )
}
