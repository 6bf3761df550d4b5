import type { Notification, RefusedPayment } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import { db } from '../db'
import type { MoneyClaim } from '../gateway/gateway'

/**
 * Money that came and was not accepted (docs/threats.md 23, 26 to 28). Every row is a trade of which a genuine message says
 * that it is paid: its sign is right, and the gateway has confirmed it or it is the answer to our own question. It is open
 * until the trade has paid its order after all, or until a genuine message says that the buyer has the money back.
 */

/** More than a merchant reads at once; there are none in a healthy shop. */
const MOST_LISTED = 50

/** The column's limit; nothing dearer can be ordered. */
const MAX_FEN = 2_147_483_647

/** Notes a refused message that says "paid", or that the money went back. Safe to repeat; a late repeat opens nothing again. */
export async function noteRefusedPayment(
  { orderNo, tradeNo, totalFen, money }: MoneyClaim,
  verdict: Verdict,
  { id: messageId, receivedAt }: Pick<Notification, 'id' | 'receivedAt'>,
): Promise<void> {
  if (money === null) return
  const said = {
    ...{ orderNo: orderNo.slice(0, 64), verdict, messageId },
    totalFen: totalFen !== null && totalFen <= MAX_FEN ? totalFen : null,
    ...(money === 'back' && { settledAt: receivedAt }),
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

/** Whether a payment for this order came and was not accepted: until that is settled it is neither paid again nor closed. */
export async function hasRefusedPayment(orderNo: string): Promise<boolean> {
  return (await listRefusedPayments([orderNo])).length > 0
}
