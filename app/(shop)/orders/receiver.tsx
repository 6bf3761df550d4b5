import { catalogWords } from '@/app/ui/catalog-words'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { RECEIVER_FIELDS } from '@/lib/orders/receiver'
import { shippedTo } from '@/lib/orders/shipped-to'
import { shippingOf } from '@/lib/orders/shipping'
import { toldOf } from '@/lib/orders/told'
import { orderWords } from './order-words'

/** Receiver and way of shipping as the gateway reported them last, beside what was typed in the shop if it differs. */
export async function Receiver({ order }: { order: FullOrder }) {
  const { receiver, typedOtherwise } = shippedTo(order)
  if (!receiver) return null
  const spoken = await language()
  const words = orderWords[spoken]
  const ways: Readonly<Record<string, string>> = catalogWords[spoken].ways
  const [chosen] = shippingOf(order)
  const told = toldOf(order).logisticsType ?? chosen.type
  const toldWay = shippingOf(order).find(({ type }) => type === told)
  const isUnreadable = RECEIVER_FIELDS.some((field) => receiver[field]?.includes('\ufffd'))
  return (
    <>
      {(Object.keys(typedOtherwise).length > 0 || told !== chosen.type) && (
        <p role="note" className="mb-3 border-l-4 border-l-warn pl-3 text-sm">
          {words.changedAtAlipay}
        </p>
      )}
      {isUnreadable && (
        <p role="note" className="mb-3 border-l-4 border-l-warn pl-3 text-sm">
          {words.unreadable}
        </p>
      )}
      <dl className="grid grid-cols-[5rem_1fr] gap-x-3 gap-y-1 text-sm [overflow-wrap:anywhere]">
        {RECEIVER_FIELDS.map(
          (field) =>
            (receiver[field] || field in typedOtherwise) && (
              <div key={field} className="contents">
                <dt className="text-muted">{words.receiverFields[field]}</dt>
                <dd>
                  <span translate="no">{receiver[field] || words.nothing}</span>
                  {field in typedOtherwise && (
                    <span className="block text-warn">
                      {words.typed} <del translate="no">{typedOtherwise[field] || words.nothing}</del>
                    </span>
                  )}
                </dd>
              </div>
            ),
        )}
        <dt className="text-muted">{words.shipping}</dt>
        <dd>
          {ways[told] ?? told}
          {toldWay && words.comma + words.postage(toldWay)}
          {told !== chosen.type && (
            <span className="block text-warn">
              {words.typed} <del>{ways[chosen.type]}</del>
            </span>
          )}
        </dd>
      </dl>
    </>
  )
}
