import Link from 'next/link'
import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import { CartLink } from './cart-link'

const LINKS = [
  ['/', '货架'],
  ['/direct-pay', '直接付款'],
  ['/orders', '我的订单'],
  ['/account', '我的账号'],
] as const
const LINK = 'py-1 text-muted underline-offset-4 hover:text-ink hover:underline'

/** What every page of the shop stands in. While the sandbox is the gateway, a ribbon says that the money is not real. */
export function ShopFrame({ children }: { children: ReactNode }) {
  const { sandbox, alipay } = env()
  return (
    <div className="flex min-h-dvh flex-col">
      {sandbox && (
        <aside aria-label="沙箱环境" className="bg-note px-4 py-1.5 text-center text-sm text-on-note">
          沙箱环境：网关是自带的，付的不是真钱。
          <Link href="/sandbox/console" prefetch={false} className="ml-1 underline underline-offset-2">
            沙箱控制台
          </Link>
        </aside>
      )}
      <header className="border-b border-line bg-card">
        <nav
          aria-label="主导航"
          className="mx-auto flex max-w-4xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3"
        >
          <Link href="/" className="mr-auto text-lg font-semibold">
            {alipay.mainname}
          </Link>
          {LINKS.map(([href, label]) => (
            <Link key={href} href={href} className={LINK}>
              {label}
            </Link>
          ))}
          <CartLink className={LINK} />
        </nav>
      </header>
      <main className="mx-auto w-full max-w-4xl flex-1 px-4 py-8">{children}</main>
      <footer className="mx-auto w-full max-w-4xl px-4 py-6 text-sm text-muted">
        货款先由支付宝保管，您确认收货后才付给卖家。
      </footer>
    </div>
  )
}
