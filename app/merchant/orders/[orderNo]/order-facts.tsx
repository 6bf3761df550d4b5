import type { ReactNode } from 'react'
import { TRANSPORT_WORDS } from '@/app/orders/order-words'
import { beijing, yuan } from '@/app/ui/format'
import type { FullOrder } from '@/lib/orders/merchant-order'

/** Goods, amounts, buyer, trade and shipment. */
export function OrderFacts({ order }: { order: FullOrder }) {
  const buyerPays = order.postagePayer === 'BUYER'
  return (
    <div className="mt-6 grid gap-4 md:grid-cols-2">
      <Facts title="商品和金额">
        {order.items.map((item) => (
          <Fact key={item.id} name={`${item.name} × ${item.quantity}`}>
            {yuan(item.priceFen * item.quantity)}
          </Fact>
        ))}
        <Fact name={buyerPays ? '运费（买家承担）' : '运费（卖家承担）'}>{yuan(order.postageFen)}</Fact>
        <Fact name="订单合计">{yuan(order.totalFen)}</Fact>
        {order.quotedFen !== null && <Fact name="支付宝说的金额">{yuan(order.quotedFen)}</Fact>}
        {order.agreedFen !== null && <Fact name="您接受的金额">{yuan(order.agreedFen)}</Fact>}
        <Fact name="实付">{order.paidFen === null ? '—' : yuan(order.paidFen)}</Fact>
        {order.body && <Fact name="备注">{order.body}</Fact>}
      </Facts>
      <Facts title="买家和交易">
        <Fact name="买家账号">{order.buyerEmail ?? '—'}</Fact>
        <Fact name="支付宝交易号">{order.tradeNo ?? '—'}</Fact>
        <Fact name="下单时间">{beijing(order.createdAt)}</Fact>
        <Fact name="付款时间">{order.paidAt ? beijing(order.paidAt) : '—'}</Fact>
        {order.refundAt && <Fact name="退款时间">{beijing(order.refundAt)}</Fact>}
        {order.logisticsName && (
          <Fact name="发货">
            {[order.logisticsName, order.invoiceNo, TRANSPORT_WORDS[order.transportType ?? '']]
              .filter(Boolean)
              .join('，')}
          </Fact>
        )}
      </Facts>
    </div>
  )
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="card p-5">
      <h2 className="text-lg font-medium">{title}</h2>
      <dl className="mt-3 grid grid-cols-[minmax(6.5rem,auto)_1fr] gap-x-4 gap-y-1.5">{children}</dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted [overflow-wrap:anywhere]">{name}</dt>
      <dd className="text-right tabular-nums [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}
