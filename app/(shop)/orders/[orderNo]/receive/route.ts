import { postRoute } from '@/app/forms/post-route'
import { wordsIn } from '@/lib/language'
import { receiveOrder } from '@/lib/orders/change-order'
import { seeOther } from '@/lib/see-other'
import { findOwnOrder } from '../../find-own-order'
import { orderPageWords } from '../../order-page-words'

/** The buyer has received the goods: 303 back to the order's page. Pressed twice, it does nothing the second time. */
export const POST = postRoute<{ orderNo: string }>(async ({ params: { orderNo } }) => {
  const order = await findOwnOrder(orderNo)
  if (!order) return new Response((await wordsIn(orderPageWords)).noTrace, { status: 404 })
  await receiveOrder(order.orderNo)
  return seeOther(`/orders/${order.orderNo}`)
})
