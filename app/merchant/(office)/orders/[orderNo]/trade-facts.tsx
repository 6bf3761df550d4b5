import { GatewayTime } from '@/app/(shop)/orders/gateway-time'
import { orderWords } from '@/app/(shop)/orders/order-words'
import { catalogWords } from '@/app/ui/catalog-words'
import { CopyNumber } from '@/app/ui/copy-number'
import { beijing } from '@/app/ui/format'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isOpen } from '@/lib/orders/transitions'
import { Fact, Facts } from './facts'
import { merchantOrderWords } from './merchant-order-words'

export async function TradeFacts({ order }: { order: FullOrder }) {
  const { buyerEmail, tradeNo, createdAt, paidAt, refundAt, refundStatus } = order
  const { logisticsName, invoiceNo, transportType } = order
  const spoken = await language()
  const words = merchantOrderWords[spoken]
  const ways: Readonly<Record<string, string>> = catalogWords[spoken].ways
  const way = transportType && ways[transportType]
  return (
    <Facts title={words.trade}>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
        <Fact name={words.buyer}>{buyerEmail ?? '—'}</Fact>
        <Fact name={words.tradeNo} isLong={tradeNo !== null}>
          {tradeNo ? <CopyNumber value={tradeNo} /> : '—'}
        </Fact>
        <Fact name={words.orderedAt}>{beijing(createdAt, spoken)}</Fact>
        <Fact name={words.paidAt}>
          {paidAt ? <GatewayTime at={paidAt} event="paid" order={order} /> : '—'}
        </Fact>
        {refundAt && (
          <Fact
            name={isOpen(order) || refundStatus === 'REFUND_SUCCESS' ? words.refundedAt : words.refundAskedAt}
          >
            <GatewayTime at={refundAt} event="refunded" order={order} />
          </Fact>
        )}
        {logisticsName && (
          <Fact name={words.shipment} isLong={invoiceNo !== null}>
            <span translate="no">{logisticsName}</span>
            {way && orderWords[spoken].comma + way} {invoiceNo && <CopyNumber value={invoiceNo} />}
          </Fact>
        )}
      </dl>
    </Facts>
  )
}
