import type { Notification, RefusedPayment } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import { db } from '../db'
import type { MoneyClaim } from '../gateway/gateway'

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
  { orderNo, tradeNo, totalFen, money }: MoneyClaim,
  verdict: Verdict,
  { id: messageId, receivedAt }: Pick<Notification, 'id' | 'receivedAt'>,
): Promise<void> {
  if (money === null) return
  const said = {
    orderNo: orderNo.slice(0, 64),
    verdict,
    messageId,
    totalFen: totalFen !== null && totalFen <= MAX_FEN ? totalFen : null,
    settledAt: money === 'back' ? receivedAt : undefined,
  }
  // A message without a trade number is the gateway's mistake; its order stands for it.
  const key = tradeNo.slice(0, 64) || said.orderNo
  await db().refusedPayment.upsert({
    where: { tradeNo: key },
    create: { tradeNo: key, firstAt: receivedAt, ...said },
    update: said,
  })
}

/** The open ones, the latest first; only those that name one of these orders, where some are given. */
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
