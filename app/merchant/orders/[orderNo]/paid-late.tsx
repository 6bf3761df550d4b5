import { yuan } from '@/app/ui/format'
import { gatewayPage } from '@/app/orders/gateway-page'
import type { FullOrder } from '@/lib/orders/merchant-order'

/** Money that came for an order closed before: nothing happens by itself, so the merchant is told what to do. */
export function PaidLate({ order }: { order: FullOrder }) {
  return (
    <section role="alert" aria-labelledby="late-title" className="card mt-6 border-l-4 border-l-bad p-5">
      <h2 id="late-title" className="text-lg font-medium text-bad">
        迟到的付款：订单关闭以后，买家的钱到了
      </h2>
      <p className="mt-1">
        这个订单在付款之前已经关闭，随后支付宝通知买家付了 {yuan(order.paidFen ?? order.totalFen)}
        。钱在支付宝那里，订单不会自动重新打开，也没有发货。请二选一：
      </p>
      <ul className="mt-2 list-disc space-y-1 pl-6">
        <li>
          退款：到
          <a
            href={gatewayPage(order.tradeNo ?? order.orderNo)}
            className="mx-1 text-accent underline underline-offset-2"
          >
            支付宝的交易页
          </a>
          把钱退给买家{order.buyerEmail && `（${order.buyerEmail}）`}。
        </li>
        <li>照常发货：有货的话先告诉买家，再在支付宝的交易页发货。</li>
      </ul>
      <p lang="en" className="mt-2 text-sm text-muted">
        The order was closed unpaid, then the money came. Refund it on Alipay’s site, or deliver after all;
        nothing happens by itself.
      </p>
    </section>
  )
}
