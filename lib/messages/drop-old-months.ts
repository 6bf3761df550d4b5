import { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import { LOG_MONTHS_SQL, type Month, monthOf, partitionOf, startOf, TAKE_TURNS } from './log-months'

/** What is dropped of a month. `month` is null for old entries that no partition had. */
export interface Dropped {
  month: Month | null
  entries: number
  /** Entries that stay, in the default partition, because they may still be needed as evidence. */
  kept: number
}

/**
 * Drops the log entries of the whole months, in Beijing time, that ended more than `months` months before the present one,
 * partition by partition, which takes no longer for millions. Stays: what names an order that is not at its end, was paid
 * after it was closed and not refunded, or has an open refused payment (refused-payments.ts).
 */
export async function* dropOldMonths(
  months: number,
  { dryRun = false, now = new Date() } = {},
): AsyncGenerator<Dropped> {
  const oldest = monthOf(now, -months)
  const found = await db().$queryRawUnsafe<{ month: Month }[]>(LOG_MONTHS_SQL)
  for (const { month } of found) {
    if (month >= oldest) break
    const partition = Prisma.raw(partitionOf(month))
    const [count] = await db().$queryRaw<{ entries: bigint }[]>`SELECT count(*) AS entries FROM ${partition}`
    const kept = await neededIn(partition, startOf(oldest))
    if (!dryRun) await dropMonth(month, kept)
    yield { month, entries: Number(count?.entries ?? 0) - kept.length, kept: kept.length }
  }
  const scattered = Prisma.raw('"shop"."Notification_default"')
  const kept = await neededIn(scattered, startOf(oldest))
  const old = Prisma.sql`FROM ${scattered} WHERE "receivedAt" < ${startOf(oldest)}::timestamptz AND NOT "id" = ANY(${kept}::text[])`
  const entries = dryRun
    ? Number(
        (await db().$queryRaw<{ entries: bigint }[]>`SELECT count(*) AS entries ${old}`)[0]?.entries ?? 0,
      )
    : await db().$executeRaw`DELETE ${old}`
  if (entries > 0) yield { month: null, entries, kept: kept.length }
}

/** The ids of the entries before a moment that may still be needed as evidence. */
async function neededIn(partition: Prisma.Sql, before: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT entry."id" FROM ${partition} AS entry
    WHERE entry."receivedAt" < ${before}::timestamptz AND entry."orderNo" IN (
      SELECT "orderNo" FROM "shop"."Order" AS "order"
      WHERE "stage" NOT IN ('finished', 'closed')
        OR ("refundStatus" IS DISTINCT FROM 'REFUND_SUCCESS' AND EXISTS (
          SELECT FROM "shop"."OrderEvent" AS event WHERE event."orderId" = "order"."id" AND event."kind" = 'paid_late'
        ))
      UNION
      SELECT payment."orderNo" FROM "shop"."RefusedPayment" AS payment
      WHERE payment."settledAt" IS NULL AND NOT EXISTS (
        SELECT FROM "shop"."Order" AS paid WHERE paid."tradeNo" = payment."tradeNo" AND paid."paidAt" IS NOT NULL
      )
    )`
  return rows.map(({ id }) => id)
}

/**
 * Takes the partition off the log, puts the needed entries back, which then go to the default partition, and drops the rest.
 * Throws where something holds the log for seconds, as a backup does.
 */
async function dropMonth(month: Month, kept: string[]) {
  const partition = Prisma.raw(partitionOf(month))
  await db().$transaction([
    db().$executeRawUnsafe(`DO $turn$ BEGIN ${TAKE_TURNS}; END $turn$`),
    db().$executeRaw`ALTER TABLE "shop"."Notification" DETACH PARTITION ${partition}`,
    db()
      .$executeRaw`INSERT INTO "shop"."Notification" SELECT * FROM ${partition} WHERE "id" = ANY(${kept}::text[])`,
    db().$executeRaw`DROP TABLE ${partition}`,
  ])
}
