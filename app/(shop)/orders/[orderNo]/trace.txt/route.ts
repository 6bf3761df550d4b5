import { language } from '@/lib/language'
import { traceOf } from '@/lib/messages/trace'
import { traceText } from '@/lib/messages/trace-text'
import { findOwnOrder } from '../../find-own-order'
import { isTestGateway } from '../../is-test-gateway'
import { orderPageWords } from '../../order-page-words'

/** The protocol trace of the buyer's own order as text, while the gateway is a test one. */
export async function GET(_request: Request, { params }: RouteContext<'/orders/[orderNo]/trace.txt'>) {
  const spoken = await language()
  const order = isTestGateway() ? await findOwnOrder((await params).orderNo) : null
  if (!order) return new Response(`${orderPageWords[spoken].noTrace}\n`, { status: 404, headers: HEADERS })
  return new Response(traceText(await traceOf(order.orderNo), spoken), { headers: HEADERS })
}

const HEADERS = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
