import Link from 'next/link'
import type { ReactNode } from 'react'
import { env } from '@/lib/env'

const LINKS = [
  ['/merchant', '今天'],
  ['/merchant/orders', '订单'],
  ['/merchant/products', '商品'],
  ['/merchant/log', '通知记录'],
  ['/merchant/reconcile', '对账'],
  ['/merchant/doctor', '体检'],
] as const

const LINK = 'py-1 text-muted underline-offset-4 hover:text-ink hover:underline'

/** What every page of the back office stands in. */
export function MerchantFrame({ children }: { children: ReactNode }) {
  const { sandbox, alipay } = env()
  return (
    <div className="flex min-h-dvh flex-col">
      {sandbox && (
        <aside aria-label="沙箱环境" className="bg-note px-4 py-1.5 text-center text-sm text-on-note">
          沙箱环境：网关是自带的，收的不是真钱。
          <Link href="/sandbox/console" prefetch={false} className="ml-1 underline underline-offset-2">
            沙箱控制台
          </Link>
        </aside>
      )}
      <header className="border-b border-line bg-card">
        <nav
          aria-label="后台导航"
          className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3"
        >
          <Link href="/merchant" prefetch={false} className="mr-auto text-lg font-semibold">
            {alipay.mainname} · 后台
          </Link>
          {LINKS.map(([href, label]) => (
            <Link key={href} href={href} prefetch={false} className={LINK}>
              {label}
            </Link>
          ))}
          <Link href="/" prefetch={false} className={LINK}>
            看店面
          </Link>
          <form action="/merchant/sign-out" method="post">
            <button className={`cursor-pointer ${LINK}`}>退出</button>
          </form>
        </nav>
      </header>
      <main className="mx-auto w-full max-w-6xl flex-1 px-4 py-8">{children}</main>
    </div>
  )
}
