import type { TradeStatus } from '@/generated/shop/enums'
import { db } from '../db'
import { TRADE_ENDS } from './transitions'

export interface UnsettledOrder {
  orderNo: string
  tradeStatus: TradeStatus | null
  createdAt: Date
  /** Paid when it was closed already, and the money is still there. */
  paidLate: boolean
}

/** A form that was handed to the buyer longer ago than this begins no trade any more. */
const FORM_DAYS = 30

/**
 * Orders of which the gateway may know more than we do: older than `olderThanMs`, without genuine news
 * for as long, not asked about in that time, handed over or known to it, and not at their end. With them those that were paid late.
 * Those never asked about come first, the oldest before the others; then by the last question, so that some that get no
 * answer do not keep the others waiting.
 */
export function findUnsettled(olderThanMs: number, limit: number): Promise<UnsettledOrder[]> {
  const before = new Date(Date.now() - olderThanMs)
  const formsSince = new Date(before.getTime() - FORM_DAYS * 24 * 60 * 60 * 1000)
  return db().$queryRaw<UnsettledOrder[]>`
    SELECT * FROM (
      SELECT "id", "orderNo", "tradeStatus"::text, "createdAt", "tradeNo",
        "refundStatus" IS DISTINCT FROM 'REFUND_SUCCESS' AND EXISTS (
          SELECT 1 FROM "shop"."OrderEvent" AS event
          WHERE event."orderId" = "Order"."id" AND event."kind" = 'paid_late'
        ) AS "paidLate"
      FROM "shop"."Order"
      WHERE "createdAt" < ${before}::timestamptz
    ) AS candidate
    WHERE ("tradeStatus" IS NULL OR "tradeStatus" <> ALL(${TRADE_ENDS}) OR "paidLate"
        OR ("tradeStatus" = 'TRADE_CLOSED' AND "tradeNo" IS NULL)) -- closed by us alone; it may have been paid all the same
      AND ("tradeNo" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "shop"."GatewayCall" AS call
        WHERE call."orderNo" = candidate."orderNo"
          AND call."service" = 'create_partner_trade_by_buyer'
          AND call."sentAt" >= ${formsSince}::timestamptz
      ))
      AND NOT EXISTS (
        SELECT 1 FROM "shop"."Notification" AS news
        WHERE news."orderNo" = candidate."orderNo"
          AND news."receivedAt" >= ${before}::timestamptz
          AND news."verdict" IN ('applied', 'duplicate', 'stale')
      )
      AND NOT EXISTS (
        SELECT 1 FROM "shop"."GatewayCall" AS question
        WHERE question."orderNo" = candidate."orderNo"
          AND question."service" = 'single_trade_query'
          AND question."sentAt" >= ${before}::timestamptz
          AND question."result" NOT LIKE '(%' -- it was answered
      )
    ORDER BY (
      SELECT max(question."sentAt") FROM "shop"."GatewayCall" AS question
      WHERE question."orderNo" = candidate."orderNo" AND question."service" = 'single_trade_query'
    ) NULLS FIRST, "createdAt", "id"
    LIMIT ${limit}`
}
