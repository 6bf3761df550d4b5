import type { Notification, RefusedPayment } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import { parseBeijingTime } from '../alipay/beijing-time'
import { parseYuan } from '../alipay/money'
import type { Params } from '../alipay/params'
import { db } from '../db'
import { isPaid } from '../orders/transitions'
import { readNews } from '../gateway/match-order'

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
  // A message without a trade number is the gateway's mistake; its order stands for it.
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
