import { CopyNumber } from '@/app/ui/copy-number'
import { beijing } from '@/app/ui/format'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { GatewayTime } from '../gateway-time'
import { orderPageWords } from '../order-page-words'

/** The numbers of an order that the buyer may have to quote, its times and the buyer's note. */
export async function OrderInfo({ order }: { order: FullOrder }) {
  const spoken = await language()
  const words = orderPageWords[spoken]
  const { orderNo, createdAt, tradeNo, buyerEmail, paidAt, body } = order
  const facts = [
    [words.orderNo, <CopyNumber key="order" value={orderNo} />],
    [words.orderedAt, beijing(createdAt, spoken)],
    [words.tradeNo, tradeNo && <CopyNumber key="trade" value={tradeNo} />],
    [words.buyer, buyerEmail],
    [words.paidAt, paidAt && <GatewayTime key="paid" at={paidAt} event="paid" order={order} />],
    [words.remark, body],
  ] as const
  return (
    <section aria-labelledby="info-title" className="card p-5 sm:p-6">
      <h2 id="info-title">{words.info}</h2>
      <dl className="mt-3 grid gap-0.5">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt className="text-sm text-muted">{name}</dt>
                <dd
                  className="mb-2 min-w-0 [overflow-wrap:anywhere] tabular-nums last:mb-0 max-sm:text-sm"
                  translate={value === buyerEmail || value === body ? 'no' : undefined}
                >
                  {value}
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
