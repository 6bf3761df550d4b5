import { findOwnOrder } from '@/app/(shop)/orders/find-own-order'
import { seeOther } from '@/lib/see-other'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { BELIEVED } from '@/lib/messages/answers'
import { askAfterReturn } from '@/lib/payments/ask-if-paid'
import { receiveMessage } from '@/lib/messages/receive-message'
import { isBareVisit, readReturn } from '../read-arrival'

/**
 * The return (docs/spec.md T3.1f): processed like a notification, from any browser, and shown to the order's buyer. An
 * unverified return does not mean unpaid, so the gateway is queried first. Another browser sees only that a payment
 * arrived.
 */
export async function GET(request: Request) {
  if (isBareVisit(request)) return seeOther('/orders')
  const { id, orderNo, verdict } = await receiveMessage(readReturn(request), ownGateway())
  const isBelieved = BELIEVED.includes(verdict)
  const order = orderNo ? await findOwnOrder(orderNo) : null
  if (!order) return seeOther(`/${isBelieved ? 'returned' : 'orders'}?return=${id}`)
  if (!isBelieved && !order.paidAt) await askAfterReturn(order, ownGateway())
  return seeOther(`/orders/${order.orderNo}?return=${id}`)
}
