import type { Notification, RefusedPayment } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import { parseBeijingTime } from '../alipay/beijing-time'
import { parseYuan } from '../alipay/money'
import type { Params } from '../alipay/params'
import { db } from '../db'
import { isPaid } from '../orders/transitions'
import { readNews } from '../gateway/match-order'

/**
 * Payments that arrived and were not accepted (docs/threats.md 23, 26 to 28): trades that are paid according to a genuine
 * message, one with a right sign that the gateway has confirmed or given as an answer. A refused payment is open until its
 * trade has paid its order after all, or a genuine message says that the buyer was refunded.
 */

/** A healthy shop has none. */
const MOST_LISTED = 50

/** The limit of the column. */
const MAX_FEN = 2_147_483_647

/** Records a refused message that says that its trade is paid or refunded. Idempotent; a late repeat reopens nothing. */
export async function noteRefusedPayment(
  params: Params,
  verdict: Verdict,
  { id: messageId, receivedAt }: Pick<Notification, 'id' | 'receivedAt'>,
): Promise<void> {
  const isBack = params.get('refund_status') === 'REFUND_SUCCESS'
  if (!isBack && !saysPaid(params)) return
  const orderNo = params.get('out_trade_no')?.slice(0, 64) ?? ''
  const totalFen = parseYuan(params.get('total_fee') ?? '')
  const said = {
    ...{ orderNo, verdict, messageId },
    totalFen: totalFen !== undefined && totalFen <= MAX_FEN ? totalFen : null,
    ...(isBack && { settledAt: receivedAt }),
  }
  // Without a trade number, a mistake of the gateway, the order number is the key.
  const tradeNo = params.get('trade_no')?.slice(0, 64) || orderNo
  await db().refusedPayment.upsert({
    where: { tradeNo },
    create: { tradeNo, firstAt: receivedAt, ...said },
    update: said,
  })
}

function saysPaid(params: Params): boolean {
  const read = readNews(params)
  return read.ok ? isPaid(read.news) : parseBeijingTime(params.get('gmt_payment') ?? '') !== undefined
}

/** Open refused payments, newest first; only those that name one of these orders, where some are given. */
export function listRefusedPayments(orderNos?: string[]): Promise<RefusedPayment[]> {
  return db().$queryRaw<RefusedPayment[]>`
    SELECT payment.* FROM "shop"."RefusedPayment" AS payment
    WHERE "settledAt" IS NULL
      AND (${orderNos === undefined} OR payment."orderNo" = ANY(${orderNos ?? []}::text[]))
      AND NOT EXISTS (
        SELECT FROM "shop"."Order" AS paid WHERE paid."tradeNo" = payment."tradeNo" AND paid."paidAt" IS NOT NULL
      )
    ORDER BY "firstAt" DESC, payment."tradeNo"
    LIMIT ${MOST_LISTED}`
}

/** Whether an order has an open refused payment; until it is settled the order must not be paid again or closed. */
export async function hasRefusedPayment(orderNo: string): Promise<boolean> {
  return (await listRefusedPayments([orderNo])).length > 0
}
