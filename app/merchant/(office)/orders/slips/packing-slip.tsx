import { itemName, itemParts } from '@/app/(shop)/orders/item-name'
import { beijing, yuan } from '@/app/ui/format'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { RECEIVER_FIELDS } from '@/lib/orders/receiver'
import { shippedTo } from '@/lib/orders/shipped-to'
import { slipWords } from './slip-words'

interface PackingSlipProps {
  order: FullOrder
  hasPrices: boolean
}

/** The slip in the parcel: receiver and goods. Without prices by default, since the order may be a present. */
export async function PackingSlip({ order, hasPrices }: PackingSlipProps) {
  const spoken = await language()
  const words = slipWords[spoken]
  const { receiver } = shippedTo(order)
  const address = RECEIVER_FIELDS.map((field) => receiver?.[field]).filter(Boolean)
  const heads = [words.goods, words.quantity, ...(hasPrices ? [words.price, words.sum] : [])]
  const count = order.items.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <section
      aria-label={`${words.slip} ${order.orderNo}`}
      className="slip card mt-6 p-4 sm:p-6 print:mt-0 print:border-0 print:p-0"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-3">
        <h2>
          <span translate="no">{env().alipay.mainname}</span> · {words.slip}
        </h2>
        <p className="text-sm">
          {words.orderNo} <strong className="figures font-semibold">{order.orderNo}</strong>
        </p>
      </div>
      <div className="mt-4 grid gap-4 sm:grid-cols-[1fr_auto]">
        <div className="min-w-0">
          <h3 className="text-sm text-muted">{words.receiver}</h3>
          {address.length > 0 ? (
            <p className="text-lg [overflow-wrap:anywhere]" translate="no">
              {address.map((text) => (
                <span key={text} className="block">
                  {text}
                </span>
              ))}
            </p>
          ) : (
            <p>{order.virtual ? words.nothingToShip : words.noAddress}</p>
          )}
        </div>
        <p className="text-sm text-muted">
          {words.orderedAt} <span className="figures">{beijing(order.createdAt, spoken)}</span>
        </p>
      </div>
      <table className="mt-5 w-full">
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className="py-1.5 pl-2 sm:pl-4 text-right font-normal first:pl-0 first:text-left"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.items.map((item) => {
            const { isRecorded } = itemParts(item, spoken)
            return (
              <tr key={item.id} className="border-b border-line">
                <th
                  scope="row"
                  className="py-2 text-left font-normal [overflow-wrap:anywhere]"
                  translate={isRecorded ? 'no' : undefined}
                >
                  {itemName(item, spoken)}
                </th>
                <td className="figures py-2 pl-2 sm:pl-4 text-right text-lg font-semibold">
                  {item.quantity}
                </td>
                {hasPrices && (
                  <>
                    <td className="figures py-2 pl-2 sm:pl-4 text-right">{yuan(item.priceFen)}</td>
                    <td className="figures py-2 pl-2 sm:pl-4 text-right">
                      {yuan(item.priceFen * item.quantity)}
                    </td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="py-2 text-left font-normal text-muted">
              {words.all}
            </th>
            <td className="figures py-2 pl-2 sm:pl-4 text-right font-semibold">{count}</td>
            {hasPrices && (
              <td colSpan={2} className="figures py-2 pl-2 sm:pl-4 text-right font-semibold">
                {yuan(order.paidFen ?? order.totalFen)}
              </td>
            )}
          </tr>
        </tfoot>
      </table>
      {order.body && (
        <div className="mt-4">
          <h3 className="text-sm text-muted">{words.message}</h3>
          <p translate="no" className="[overflow-wrap:anywhere] whitespace-pre-line">
            {order.body}
          </p>
        </div>
      )}
    </section>
  )
}
