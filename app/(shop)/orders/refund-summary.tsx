import { yuan } from '@/app/ui/format'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isRefund } from '@/lib/orders/refunds'
import { orderPageWords } from './order-page-words'
import { orderWords } from './order-words'

/** What went back of an order, and how much of it the shop did not ask for; nothing where nothing did. */
export async function RefundSummary({ order }: { order: FullOrder }) {
  if (order.refundedFen === 0) return null
  const spoken = await language()
  const made = order.refunds.filter((refund) => isRefund(refund, 'made'))
  const elsewhere = order.refundedFen - made.reduce((sum, { fen }) => sum + fen, 0)
  return (
    <p className="mt-2">
      {orderPageWords[spoken].refund.refunded(yuan(order.refundedFen), yuan(order.paidFen ?? order.totalFen))}
      {elsewhere > 0 && ` ${orderWords[spoken].refundedAtAlipay(yuan(elsewhere))}`}
    </p>
  )
}
