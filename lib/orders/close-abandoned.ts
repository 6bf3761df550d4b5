import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { log } from '../log'
import { closeUntraded } from './close-untraded'
import { wakeEffects } from './effect-loop'
import { remember } from '../remember'

const HOUR_MS = 60 * 60 * 1000

/** For so long the goods of an unpaid order are kept for its buyer. */
export const KEPT_HOURS = 24

/**
 * Closes the unpaid orders that hold goods and that nobody will pay any more, so that the goods go back on the shelf (once:
 * lib/orders/return-stock.ts). Those are the ones that were not taken to the gateway within KEPT_HOURS; and of those that
 * were, the ones of which the gateway says, when asked by reconcile (spec.md T5.2A) that long after the last time, that it
 * knows no such trade. A payment that comes all the same is not lost: it is told as paid late, for a person to decide.
 * Any number of processes may do it at once. Answers how many orders it closed.
 */
export async function closeAbandoned(): Promise<number> {
  const orders = await db().$queryRaw<Pick<Order, 'id' | 'version'>[]>`
    SELECT "id", "version" FROM "shop"."Order"
    WHERE "tradeStatus" IS NULL AND "tradeNo" IS NULL AND "stockHeld"
      AND "createdAt" < ${new Date(Date.now() - KEPT_HOURS * HOUR_MS)}::timestamptz
      AND NOT EXISTS ( -- paid in a way that was not accepted: the merchant decides
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
  if (closed > 0) {
    log().info({ closed }, 'abandoned orders closed')
    wakeEffects()
  }
  return closed
}

/** From now on this process does it every hour. */
export function startClosing(): void {
  const close = () =>
    closeAbandoned().catch((err: unknown) => log().error({ err }, 'abandoned orders could not be closed'))
  remember('closing timer', () => setInterval(close, HOUR_MS).unref())
  void close()
}
