import type { Notification, Order } from '@/generated/shop/client'
import { db } from '../db'
import { wakeEffects } from './effect-loop'
import { setTold, type ToldNews } from './told'
import type { Decision } from './transitions'

export interface Transition {
  order: Pick<Order, 'id' | 'version' | 'tradeStatus'>
  decision: Extract<Decision, { kind: 'move' }>
  tradeNo: string
  buyerEmail: string | null
  /** When the buyer paid, if the news says so. Kept from the first time on. */
  paidAt: Date | null
  /** What the buyer paid, in fen; with `paidAt`. */
  paidFen: number | null
  /** Another total that the gateway told of, or that there is none any more, and when it said so. */
  quote: { quotedFen: number | null; quotedAt: Date } | null
  /** What the message says of receiver and shipping, or null. */
  told?: ToldNews | null
  /** The log row of the message that moves the order; written only if it does. */
  evidence: Notification
}

/**
 * The one writer of an order's status: guarded update, event rows and log row in one statement, so that all of them
 * happen or none. The row must still have the status and version that the decision was made on: of any number of
 * messages at once one moves it (spec.md T3.4b, T3.4c). Answers whether this one did; if not, read again and decide
 * again. Throws where another order has this trade number.
 */
export async function applyTransition({
  order,
  decision,
  tradeNo,
  buyerEmail,
  paidAt,
  paidFen,
  quote,
  told = null,
  evidence: row,
}: Transition) {
  const { to, events } = decision
  const [result] = await db().$queryRaw<{ moved: boolean }[]>`
    WITH moved AS (
      UPDATE "shop"."Order" SET
        "tradeStatus" = ${to.tradeStatus}::"shop"."TradeStatus",
        "refundStatus" = ${to.refundStatus}::"shop"."RefundStatus",
        "refundAt" = ${to.refundAt}::timestamptz,
        "tradeNo" = COALESCE("tradeNo", ${tradeNo}),
        "buyerEmail" = COALESCE(${buyerEmail}, "buyerEmail"),
        "paidAt" = COALESCE("paidAt", ${paidAt}::timestamptz),
        "paidFen" = COALESCE("paidFen", ${paidFen}::int),
        "quotedFen" = CASE
          WHEN ${to.tradeStatus !== 'WAIT_BUYER_PAY'} THEN NULL -- nothing is left to decide
          WHEN ${quote !== null} THEN ${quote?.quotedFen ?? null}::int
          ELSE "quotedFen" END,
        "quotedAt" = COALESCE(${quote?.quotedAt ?? null}::timestamptz, "quotedAt"),
        ${setTold(told)},
        "version" = "version" + 1
      WHERE "id" = ${order.id}
        AND "version" = ${order.version}
        AND "tradeStatus" IS NOT DISTINCT FROM ${order.tradeStatus}::"shop"."TradeStatus"
      RETURNING "id"
    ), event AS (
      INSERT INTO "shop"."OrderEvent" ("orderId", "kind")
      SELECT moved."id", kind FROM moved, unnest(${events}::text[]) AS kind
      ON CONFLICT ("orderId", "kind") DO NOTHING
    ), evidence AS (
      INSERT INTO "shop"."Notification" (
        "id", "channel", "receivedAt", "remoteAddress", "rawBytes", "params", "stringToSign", "sign", "mysign",
        "responseTxt", "verdict", "code", "detail", "notifyId", "orderNo", "tradeStatus", "fromTrade", "toTrade",
        "fromRefund", "toRefund", "fromFen", "toFen", "answer", "milliseconds", "recheckOf", "notes"
      )
      SELECT
        ${row.id}, ${row.channel}::"shop"."Channel", ${row.receivedAt}::timestamptz, ${row.remoteAddress}, ${row.rawBytes},
        ${JSON.stringify(row.params)}::jsonb, ${row.stringToSign}, ${row.sign}, ${row.mysign}, ${row.responseTxt},
        ${row.verdict}::"shop"."Verdict", ${row.code}, ${row.detail}, ${row.notifyId}, ${row.orderNo},
        ${row.tradeStatus}, ${row.fromTrade}, ${row.toTrade}, ${row.fromRefund}, ${row.toRefund},
        ${row.fromFen}::int, ${row.toFen}::int, ${row.answer}, ${row.milliseconds}, ${row.recheckOf}, ${row.notes}::text[]
      FROM moved
    )
    SELECT EXISTS (SELECT 1 FROM moved) AS "moved"`
  const moved = result?.moved === true
  if (moved) wakeEffects()
  return moved
}
