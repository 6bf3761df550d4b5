import type { Metadata } from 'next'
import Link from 'next/link'
import { ShopFrame } from '@/app/ui/shop-frame'
import { requireAccount } from './require-account'
import { SessionList } from './session-list'

export const metadata: Metadata = { title: '我的账号' }

const LINK = 'text-accent underline underline-offset-2'

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const visitor = await requireAccount('/account')
  const { done } = await searchParams
  const isMerchant = visitor.role === 'merchant'
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">我的账号</h1>
      {done === 'password' && (
        <p role="status" className="mt-4 text-accent">
          密码改好了，其他浏览器都已退出。
        </p>
      )}
      <section
        aria-label="账号"
        className="card mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5"
      >
        <div className="min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">{visitor.email}</p>
          <p className="mt-1 text-sm text-muted">
            {isMerchant ? '店主的账号。您在店里买东西时，和没有登录的顾客一样。' : '订单都在这个账号里。'}
          </p>
        </div>
        <form action="/account/sign-out" method="post">
          <button className="button-plain">退出</button>
        </form>
      </section>
      <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <li>
          <Link href={isMerchant ? '/merchant' : '/orders'} prefetch={false} className={LINK}>
            {isMerchant ? '去后台' : '看我的订单'}
          </Link>
        </li>
        <li>
          <Link href="/account/password" prefetch={false} className={LINK}>
            修改密码
          </Link>
        </li>
        {!isMerchant && (
          <li>
            <Link href="/account/delete" prefetch={false} className={LINK}>
              注销账号
            </Link>
          </li>
        )}
      </ul>
      <SessionList visitor={visitor} />
    </ShopFrame>
  )
}
