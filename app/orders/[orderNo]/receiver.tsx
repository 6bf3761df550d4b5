import { catalogWords } from '@/app/ui/catalog-words'
import type { Receiver as ReceiverOfOrder } from '@/lib/orders/create-order'
import { type ShippedOrder, shippingOf } from '@/lib/orders/shipping'

/** Where an order goes and how; nothing for one whose address is Alipay's to ask. */
export function Receiver({ order }: { order: ReceiverOfOrder & ShippedOrder }) {
  const { receiveName, receiveAddress, receiveZip, receiveMobile, receivePhone } = order
  if (!receiveAddress) return null
  const [chosen] = shippingOf(order)
  return (
    <dl className="mt-4 grid grid-cols-[4.5rem_1fr] gap-y-1 border-t border-line pt-3 text-sm [overflow-wrap:anywhere]">
      <dt className="text-muted">收货人</dt>
      <dd>{[receiveName, receiveMobile, receivePhone].filter(Boolean).join('，')}</dd>
      <dt className="text-muted">收货地址</dt>
      <dd>{[receiveAddress, receiveZip].filter(Boolean).join('，')}</dd>
      <dt className="text-muted">配送</dt>
      <dd>
        {catalogWords.zh.ways[chosen.type]}，{catalogWords.zh.fee(chosen)}
      </dd>
    </dl>
  )
}
