import Link from 'next/link'
import { connection } from 'next/server'
import { ShopFrame } from './ui/shop-frame'

export default async function NotFound() {
  await connection()
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">没有这个页面</h1>
      <p className="mt-2 max-w-prose text-muted">
        地址可能写错了。订单只有下单的那个浏览器能看到：请用当时的浏览器打开
        <Link href="/orders" className="mx-0.5 text-accent underline underline-offset-2">
          我的订单
        </Link>
        。
      </p>
    </ShopFrame>
  )
}
