import { currentBuyer } from '@/app/current-buyer'
import { seeOther } from '@/app/see-other'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { findBuyersOrder } from '@/lib/orders/find-orders'
import { askIfPaid } from '@/lib/payments/ask-if-paid'
import { isForeign } from '@/lib/same-origin'
import { orderPageWords } from '../../order-page-words'

/** The buyer asks whether the payment has arrived: 303 back to the order's page, which says what came of it. */
export async function POST(request: Request, { params }: RouteContext<'/orders/[orderNo]/check'>) {
  const words = orderPageWords[await language()]
  if (isForeign(request)) return new Response(words.foreign, { status: 403 })
  const { orderNo } = await params
  const buyerId = await currentBuyer()
  const order = buyerId ? await findBuyersOrder(buyerId, orderNo) : null
  if (!order) return new Response(words.noTrace, { status: 404 })
  if (!order.paidAt) await askIfPaid(order, env().alipay)
  return seeOther(`/orders/${order.orderNo}`)
}
