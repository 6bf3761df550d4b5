import type { Receiver as ReceiverOfOrder } from '@/lib/orders/create-order'
import { language } from '@/lib/language'
import { type ShippedOrder, shippingOf } from '@/lib/orders/shipping'
import { catalogWords } from '../ui/catalog-words'
import { orderWords } from './order-words'

/** Where an order goes and how; nothing for one whose address is Alipay's to ask. */
export async function Receiver({ order }: { order: ReceiverOfOrder & ShippedOrder }) {
  const { receiveName, receiveAddress, receiveZip, receiveMobile, receivePhone } = order
  if (!receiveAddress) return null
  const spoken = await language()
  const words = orderWords[spoken]
  const [chosen] = shippingOf(order)
  const facts = [
    [words.receiver, receiveName],
    [words.mobile, receiveMobile],
    [words.phone, receivePhone],
    [words.address, receiveAddress],
    [words.zip, receiveZip],
  ] as const
  return (
    <dl className="grid grid-cols-[5rem_1fr] gap-x-3 gap-y-1 text-sm [overflow-wrap:anywhere]">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd translate="no">{value}</dd>
            </div>
          ),
      )}
      <dt className="text-muted">{words.shipping}</dt>
      <dd>
        {catalogWords[spoken].ways[chosen.type]}
        {words.comma}
        {words.postage(chosen)}
      </dd>
    </dl>
  )
}
