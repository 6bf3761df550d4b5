import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { ShopFrame } from '@/app/ui/shop-frame'
import { backOfficePath } from '@/lib/accounts/back-office-path'
import { visitorOf } from '@/lib/accounts/session'

export const metadata: Metadata = { title: '店主登录' }

const FAILED: Record<string, string> = {
  wrong: '邮箱或密码不对。密码只在第一次启动时显示过一次；丢了就在服务器上运行 npm run merchant:password。',
  too_many: '试得太快了，请过一分钟再试。',
}

/** The way into the back office; a plain form, so that it works without scripts. */
export default async function SignInPage({ searchParams }: PageProps<'/merchant/sign-in'>) {
  const { next, failed } = await searchParams
  const path = backOfficePath(next)
  const visitor = await visitorOf(await headers())
  if (visitor?.role === 'merchant') redirect(path)
  const complaint = typeof failed === 'string' ? FAILED[failed] : undefined
  return (
    <ShopFrame>
      <form action="/merchant/sign-in/check" method="post" className="card mx-auto max-w-md space-y-5 p-6">
        <h1 className="text-2xl font-semibold">店主登录</h1>
        {complaint && (
          <p role="alert" className="text-bad">
            {complaint}
          </p>
        )}
        <input type="hidden" name="next" value={path} />
        <div>
          <label htmlFor="email" className="font-medium">
            邮箱
          </label>
          <input
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            required
            className="field mt-1"
          />
        </div>
        <div>
          <label htmlFor="password" className="font-medium">
            密码
          </label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            className="field mt-1"
          />
        </div>
        <button className="button w-full">登录</button>
      </form>
    </ShopFrame>
  )
}
