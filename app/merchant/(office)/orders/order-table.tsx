import Link from 'next/link'
import { stateInWords } from '@/app/(shop)/orders/order-words'
import { beijing, yuan } from '@/app/ui/format'
import { language } from '@/lib/language'
import type { ListedOrder } from '@/lib/orders/search-orders'
import { orderListWords } from './order-list-words'

/** A page of orders: cards on a phone, rows on a wide screen. */
export async function OrderTable({ orders }: { orders: ListedOrder[] }) {
  const spoken = await language()
  return (
    <ul aria-label={orderListWords[spoken].found} className="card mt-4 divide-y divide-line">
      {orders.map((order) => (
        <li key={order.id}>
          <Link
            href={`/merchant/orders/${order.orderNo}`}
            prefetch={false}
            className="grid gap-x-4 gap-y-0.5 p-4 hover:bg-paper md:grid-cols-[13rem_1fr_6rem_14rem] md:items-baseline"
          >
            <span className="order-2 text-sm text-muted tabular-nums md:order-none">{order.orderNo}</span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span translate="no">{order.subject}</span>
              {order.buyerEmail && (
                <span className="block text-sm text-muted [overflow-wrap:anywhere]">{order.buyerEmail}</span>
              )}
            </span>
            <span className="tabular-nums md:text-right">{yuan(order.totalFen)}</span>
            <span className="text-sm">
              <span className={waitsForMerchant(order) ? 'font-medium text-warn' : ''}>
                {stateInWords(order, spoken)}
              </span>
              <span className="block text-muted tabular-nums">{beijing(order.createdAt, spoken)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** To ship, or to decide on a refund or a price. */
const waitsForMerchant = ({ tradeStatus, refundStatus, quotedFen }: ListedOrder) =>
  (tradeStatus === 'WAIT_SELLER_SEND_GOODS' && refundStatus === null) ||
  ['WAIT_SELLER_AGREE', 'WAIT_SELLER_CONFIRM_GOODS'].includes(refundStatus ?? '') ||
  quotedFen !== null
