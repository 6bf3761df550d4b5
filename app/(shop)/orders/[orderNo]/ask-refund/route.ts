import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { parseYuan } from '@/lib/alipay/money'
import { wordsIn } from '@/lib/language'
import { askRefund } from '@/lib/orders/change-order'
import { REASON_CHARACTERS, refundableFen } from '@/lib/orders/refunds'
import { seeOther } from '@/lib/see-other'
import { findOwnOrder } from '../../find-own-order'
import { orderPageWords } from '../../order-page-words'
import type { TypedRefund } from '../typed-refund'

/** The buyer asks for money back: 303 back to the order's page, which shows the request, or what is wrong with it. */
export const POST = postRoute<{ orderNo: string }>(async ({ params: { orderNo }, field }) => {
  const order = await findOwnOrder(orderNo)
  if (!order) return new Response((await wordsIn(orderPageWords)).noTrace, { status: 404 })
  const [amount, reason] = [field('amount').trim(), field('reason').replaceAll('\r\n', '\n').trim()]
  const fen = parseYuan(amount) ?? 0
  const isReason = reason !== '' && reason.length <= REASON_CHARACTERS
  const isWrong = fen === 0 || fen > refundableFen(order) || !isReason
  const page = `/orders/${order.orderNo}`
  if (!isWrong && (await askRefund(order.orderNo, fen, reason))) return seeOther(`${page}#refund`)
  return again(`${page}#refund`, {
    amount: kept(amount),
    reason: kept(reason),
    isWrong,
  } satisfies TypedRefund)
})
