import { yuan } from '@/app/ui/format'
import type { FullOrder } from '@/lib/orders/merchant-order'

/** Another total that the gateway has told of: until the merchant accepts it, a payment of it is not believed. */
export function PriceDecision({ order }: { order: FullOrder }) {
  if (order.quotedFen === null) return null
  const path = `/merchant/orders/${order.orderNo}`
  return (
    <section aria-labelledby="price-title" className="card mt-6 border-l-4 border-l-warn p-5">
      <h2 id="price-title" className="text-lg font-medium">
        改价待定：支付宝说的金额是 {yuan(order.quotedFen)}，订单是 {yuan(order.agreedFen ?? order.totalFen)}
      </h2>
      <p className="mt-1">
        如果是您在支付宝网站上改了价，就接受；不是，就不要接受，并检查谁能登录您的支付宝账号。没有接受之前，按这个金额的付款不会算作已付。
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <form action={`${path}/accept-price`} method="post">
          <input type="hidden" name="quotedFen" value={order.quotedFen} />
          <button className="button">接受 {yuan(order.quotedFen)}</button>
        </form>
        <form action={`${path}/decline-price`} method="post">
          <input type="hidden" name="quotedFen" value={order.quotedFen} />
          <button className="button-plain">不接受</button>
        </form>
      </div>
    </section>
  )
}
