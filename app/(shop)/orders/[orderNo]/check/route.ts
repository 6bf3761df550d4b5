import { postRoute } from '@/app/forms/post-route'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { wordsIn } from '@/lib/language'
import { askIfPaid } from '@/lib/payments/ask-if-paid'
import { seeOther } from '@/lib/see-other'
import { findOwnOrder } from '../../find-own-order'
import { orderPageWords } from '../../order-page-words'

/** Queries the gateway for a payment: 303 back to the order's page, which shows the result. */
export const POST = postRoute<{ orderNo: string }>(async ({ params: { orderNo } }) => {
  const order = await findOwnOrder(orderNo)
  if (!order) return new Response((await wordsIn(orderPageWords)).noTrace, { status: 404 })
  if (!order.paidAt) await askIfPaid(order, ownGateway())
  return seeOther(`/orders/${order.orderNo}`)
})
