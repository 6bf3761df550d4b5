import { catalogWords } from '@/app/ui/catalog-words'
import { yuan } from '@/app/ui/format'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { shippedTo } from '@/lib/orders/shipped-to'
import { buyersFeeFen, shippingOf } from '@/lib/orders/shipping'
import { GoodsList } from '../goods-list'
import { orderPageWords } from '../order-page-words'
import { orderWords } from '../order-words'
import { Receiver } from '../receiver'

/** What was ordered, what it costs and where it goes. */
export async function OrderCard({ order }: { order: FullOrder }) {
  const spoken = await language()
  const words = orderPageWords[spoken]
  const [chosen] = shippingOf(order)
  return (
    <section aria-label={orderWords[spoken].goods} className="card p-5">
      <GoodsList items={order.items} />
      {!order.virtual && (
        <p className="flex justify-between gap-4 border-t border-line pt-3 text-muted">
          <span>{words.postageOf(catalogWords[spoken].ways[chosen.type], chosen.payer === 'BUYER')}</span>
          <span className="tabular-nums">{yuan(buyersFeeFen(chosen))}</span>
        </p>
      )}
      <p className="mt-1 flex justify-between text-lg font-semibold">
        <span>{words.total}</span>
        <span className="tabular-nums">{yuan(order.totalFen)}</span>
      </p>
      {order.paidFen !== null && order.paidFen !== order.totalFen && (
        <p className="mt-1 flex justify-between gap-4">
          <span>{words.paid}</span>
          <span className="tabular-nums">{yuan(order.paidFen)}</span>
        </p>
      )}
      {shippedTo(order).receiver && (
        <div className="mt-4 border-t border-line pt-4">
          <Receiver order={order} />
        </div>
      )}
      {order.body && (
        <p className="mt-4 border-t border-line pt-4 text-sm [overflow-wrap:anywhere]">
          <span className="text-muted">{words.remark}</span> <span translate="no">{order.body}</span>
        </p>
      )}
    </section>
  )
}
