import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { GatewayTime } from '../gateway-time'
import { orderPageWords } from '../order-page-words'

/** The gateway's trade of an order, which the buyer may have to quote there; nothing before there is one. */
export async function TradeFacts({ order }: { order: FullOrder }) {
  const { tradeNo, buyerEmail, paidAt, logisticsName, invoiceNo } = order
  if (!tradeNo) return null
  const words = await wordsIn(orderPageWords)
  const facts = [
    [words.tradeNo, tradeNo],
    [words.buyer, buyerEmail],
    [words.paidAt, paidAt && <GatewayTime key="paid" at={paidAt} event="paid" order={order} />],
    [words.logistics, logisticsName && [logisticsName, invoiceNo].filter(Boolean).join(words.waybill)],
  ] as const
  return (
    <dl className="mt-5 space-y-2 border-t border-line pt-4 text-sm">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt className="text-muted">{name}</dt>
              <dd
                className="[overflow-wrap:anywhere] tabular-nums"
                translate={typeof value === 'string' ? 'no' : undefined}
              >
                {value}
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
