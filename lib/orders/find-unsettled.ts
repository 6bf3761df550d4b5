import type { Order } from '@/generated/shop/client'
import { db } from '../db'

export type UnsettledOrder = Pick<Order, 'orderNo' | 'tradeStatus' | 'createdAt'> & {
  /** Paid after it was closed, and not refunded. */
  paidLate: boolean
  /** What the gateway is to be asked about: the trade, or a refund that was sent and not answered. */
  verb: 'query' | 'refund_query'
}

/** A payment form older than this begins no trade any more. */
const FORM_DAYS = 30

/**
 * Orders of which the gateway may know more than the shop: older than `olderThanMs`, without a genuine message and without
 * an answered query for as long, handed over or known to the gateway, and either not at their end or paid late. Also those
 * with a refund that was sent so long ago, whatever was heard of the trade since.
 * Those never asked about come first, oldest first; the others follow by their last query, so that orders without an
 * answer do not keep the others waiting.
 */
export function findUnsettled(olderThanMs: number, limit: number): Promise<UnsettledOrder[]> {
  const before = new Date(Date.now() - olderThanMs)
  const formsSince = new Date(before.getTime() - FORM_DAYS * 24 * 60 * 60 * 1000)
  return db().$queryRaw<UnsettledOrder[]>`
    SELECT * FROM (
      SELECT "id", "orderNo", "stage", "tradeStatus"::text, "createdAt", "tradeNo",
        "refundStatus" IS DISTINCT FROM 'REFUND_SUCCESS' AND "refundedFen" < "totalFen" AND EXISTS (
          SELECT 1 FROM "shop"."OrderEvent" AS event
          WHERE event."orderId" = "Order"."id" AND event."kind" = 'paid_late'
        ) AS "paidLate",
        CASE WHEN EXISTS (
          SELECT 1 FROM "shop"."Refund" AS refund
          WHERE refund."orderId" = "Order"."id" AND refund."state" = 'sent' AND refund."changedAt" < ${before}::timestamptz
        ) THEN 'refund_query' ELSE 'query' END AS "verb"
      FROM "shop"."Order"
      WHERE "createdAt" < ${before}::timestamptz
    ) AS candidate
    WHERE ("stage" NOT IN ('finished', 'closed') OR "paidLate" OR "verb" = 'refund_query'
        OR ("stage" = 'closed' AND "tradeNo" IS NULL)) -- closed by the shop alone; it may have been paid all the same
      AND ("tradeNo" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "shop"."GatewayCall" AS call
        WHERE call."orderNo" = candidate."orderNo"
          AND call."verb" = 'pay'
          AND call."sentAt" >= ${formsSince}::timestamptz
      ))
      AND ("verb" = 'refund_query' OR NOT EXISTS (
        SELECT 1 FROM "shop"."Notification" AS news
        WHERE news."orderNo" = candidate."orderNo"
          AND news."receivedAt" >= ${before}::timestamptz
          AND news."verdict" IN ('applied', 'duplicate', 'stale')
      ))
      AND NOT EXISTS (
        SELECT 1 FROM "shop"."GatewayCall" AS question
        WHERE question."orderNo" = candidate."orderNo"
          AND question."verb" = candidate."verb"
          AND question."sentAt" >= ${before}::timestamptz
          AND question."outcome" IN ('answered', 'refused')
      )
    ORDER BY (
      SELECT max(question."sentAt") FROM "shop"."GatewayCall" AS question
      WHERE question."orderNo" = candidate."orderNo" AND question."verb" = candidate."verb"
    ) NULLS FIRST, "createdAt", "id"
    LIMIT ${limit}`
}
