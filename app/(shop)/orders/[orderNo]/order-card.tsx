import { catalogWords } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import { OrderBadge } from '@/app/ui/order-badge'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { shippingOf } from '@/lib/orders/shipping'
import { GoodsList } from '../goods-list'
import { orderPageWords } from '../order-page-words'
import { orderWords } from '../order-words'

/** What was ordered, and what it costs. */
export async function OrderCard({ order }: { order: FullOrder }) {
  const spoken = await language()
  const words = orderPageWords[spoken]
  const { ways, feeAmount } = catalogWords[spoken]
  const [chosen] = shippingOf(order)
  const isPaidAsOrdered = order.paidFen === order.totalFen
  return (
    <section aria-label={orderWords[spoken].goods} className="card p-5 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2>{words.goodsTitle}</h2>
        <OrderBadge order={order} />
      </div>
      <div className="mt-3">
        <GoodsList items={order.items} />
      </div>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5">
        {!order.virtual && (
          <>
            <dt className="text-muted">{words.postageOf(ways[chosen.type])}</dt>
            <dd className="figures text-right">{feeAmount(chosen)}</dd>
          </>
        )}
        <dt className="mt-1.5 flex items-center border-t border-line pt-3 font-semibold">
          {isPaidAsOrdered ? words.allPaid : words.total}
        </dt>
        <dd className="figures mt-1.5 -ml-4 border-t border-line pt-3 pl-4 text-right text-2xl font-semibold">
          {yuan(order.totalFen)}
        </dd>
        {order.paidFen !== null && !isPaidAsOrdered && (
          <>
            <dt>{words.paid}</dt>
            <dd className="figures text-right">{yuan(order.paidFen)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
