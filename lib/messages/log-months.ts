import { db } from '../db'
import { log } from '../log'

/**
 * The log is partitioned by the month, in Beijing time, in which a message came: `Notification_2026_12`. What fits no
 * partition is kept in `Notification_default`, so that a missing one loses nothing.
 */

/** A month as `YYYY-MM`. */
export type Month = string

/** How many months are made ahead of the present one. */
const AHEAD = 3

const BEIJING_MS = 8 * 60 * 60 * 1000

/** The month in Beijing in which a moment lies, moved by some months. */
export function monthOf(moment: Date, moved = 0): Month {
  const there = new Date(moment.getTime() + BEIJING_MS)
  return new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + moved)).toISOString().slice(0, 7)
}

/** The moment in which a month begins in Beijing. */
export const startOf = (month: Month) => new Date(`${month}-01T00:00:00+08:00`)

/** The partition of a month, quoted for SQL. */
export const partitionOf = (month: Month) => `"shop"."Notification_${month.replace('-', '_')}"`

/** Selects the months that have a partition, as `month`, the oldest first. */
export const LOG_MONTHS_SQL = `
  SELECT replace(substr(relname, 14), '_', '-') AS month
  FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
  WHERE inhparent = to_regclass('"shop"."Notification"') AND relname ~ '^Notification_\\d{4}_\\d{2}$'
  ORDER BY relname`

/** Of transactions that make or drop partitions one works at a time, and none makes the others wait for long. */
export const TAKE_TURNS = `PERFORM set_config('lock_timeout', '2s', true), pg_advisory_xact_lock(72707370)`

/** Makes the partitions of the present month and of those ahead. Cheap where they are there; safe in several processes. */
export async function makeLogMonths(now = new Date()): Promise<void> {
  const there = await db().$queryRawUnsafe<{ month: Month }[]>(LOG_MONTHS_SQL)
  for (let moved = 0; moved <= AHEAD; moved++) {
    const month = monthOf(now, moved)
    if (there.some((found) => found.month === month)) continue
    await db().$executeRawUnsafe(makeMonthSql(month))
    log().info({ month }, 'made a partition of the log')
  }
}

/**
 * Makes the partition of a month, in one statement. Does nothing where it is there, or where the default partition has rows of
 * that month, which are as well kept there. ATTACH locks the log less than CREATE ... PARTITION OF: messages go on coming.
 */
export function makeMonthSql(month: Month): string {
  const partition = partitionOf(month)
  const from = `timestamptz '${startOf(month).toISOString()}'`
  const to = `timestamptz '${startOf(monthOf(startOf(month), 1)).toISOString()}'`
  return `DO $make$ BEGIN
    ${TAKE_TURNS};
    IF to_regclass('${partition}') IS NULL AND NOT EXISTS (
      SELECT FROM "shop"."Notification_default" WHERE "receivedAt" >= ${from} AND "receivedAt" < ${to}
    ) THEN
      CREATE TABLE ${partition} (LIKE "shop"."Notification" INCLUDING DEFAULTS);
      ALTER TABLE "shop"."Notification" ATTACH PARTITION ${partition} FOR VALUES FROM (${from}) TO (${to});
    END IF;
  END $make$`
}
