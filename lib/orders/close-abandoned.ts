import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { everyHour } from '../every-hour'
import { log } from '../log'
import { closeUntraded } from './change-order'
import { KEPT_HOURS } from './payable-until'

const HOUR_MS = 60 * 60 * 1000

/**
 * Closes abandoned orders that hold stock, so that it returns (lib/orders/return-stock.ts): those not handed over to the
 * gateway within KEPT_HOURS, and those of which the gateway, asked by reconcile (spec.md T5.2A) that long after the last
 * hand-over, knows no trade. A later payment is recorded as paid late. Safe in several processes at once. Returns how many
 * orders it closed.
 */
export async function closeAbandoned(): Promise<number> {
  const orders = await db().$queryRaw<Pick<Order, 'id' | 'version' | 'gateway' | 'stage' | 'tradeNo'>[]>`
    SELECT "id", "version", "gateway", "stage", "tradeNo" FROM "shop"."Order"
    WHERE "stage" = 'unpaid' AND "tradeNo" IS NULL AND "stockHeld"
      AND "createdAt" < ${new Date(Date.now() - KEPT_HOURS * HOUR_MS)}::timestamptz
      AND NOT EXISTS ( -- the merchant decides about a payment that was not accepted
        SELECT 1 FROM "shop"."RefusedPayment" AS payment
        WHERE payment."orderNo" = "Order"."orderNo" AND payment."settledAt" IS NULL
      )
      AND NOT EXISTS (
        SELECT 1 FROM "shop"."GatewayCall" AS form
        WHERE form."orderNo" = "Order"."orderNo" AND form."verb" = 'pay'
          AND NOT EXISTS (
            SELECT 1 FROM "shop"."GatewayCall" AS question
            WHERE question."orderNo" = form."orderNo" AND question."verb" = 'query'
              AND question."code" = 'TRADE_NOT_EXIST'
              AND question."sentAt" >= form."sentAt" + make_interval(hours => ${KEPT_HOURS}::int)
          )
      )`
  let closed = 0
  for (const order of orders) if (await closeUntraded(order)) closed += 1
  if (closed > 0) log().info({ closed }, 'abandoned orders closed')
  return closed
}

/** Closes them in this process every hour from now on. */
export const startClosing = () => everyHour(closeAbandoned, 'abandoned orders could not be closed')
