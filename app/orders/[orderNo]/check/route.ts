import { currentBuyer } from '@/app/current-buyer'
import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { wordsIn } from '@/lib/language'
import { findBuyersOrder } from '@/lib/orders/find-orders'
import { askIfPaid } from '@/lib/payments/ask-if-paid'
import { orderPageWords } from '../../order-page-words'

/** The buyer asks whether the payment has arrived: 303 back to the order's page, which says what came of it. */
export const POST = postRoute<{ orderNo: string }>(async ({ params: { orderNo } }) => {
  const buyerId = await currentBuyer()
  const order = buyerId ? await findBuyersOrder(buyerId, orderNo) : null
  if (!order) return new Response((await wordsIn(orderPageWords)).noTrace, { status: 404 })
  if (!order.paidAt) await askIfPaid(order, ownGateway())
  return seeOther(`/orders/${order.orderNo}`)
})
