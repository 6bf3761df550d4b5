import type { Metadata } from 'next'
import Link from 'next/link'
import { ShopFrame } from '@/app/ui/shop-frame'

export const metadata: Metadata = { title: '没有这个订单' }

/** The same words for an order that is not there and one that is somebody else's. */
export default function OrderNotFound() {
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">这里看不到这个订单</h1>
      <p className="mt-2 max-w-prose text-muted">
        订单号可能写错了，或者它不是您的：订单只有下单的人能看到，请用当时的浏览器打开，或者用当时的账号登录。
      </p>
      <Link href="/orders" className="button mt-6">
        我的订单
      </Link>
    </ShopFrame>
  )
}
