import type { Notification, Verdict } from '@/generated/shop/client'
import { db } from '../db'
import { env } from '../env'
import { log } from '../log'
import { remember } from '../remember'

/**
 * Bytes kept of an unproven message, of which anybody can send any number. `bad_source` has a right sign and is kept whole
 * (the longest genuine message has about 10 KB), because it may have come while the gateway could not be asked.
 */
const KEPT_BYTES: Partial<Record<Verdict, number>> = {
  malformed: 4 * 1024,
  bad_sign: 4 * 1024,
  bad_source: 16 * 1024,
}

/** What changes in a long log entry of this verdict: it keeps its first bytes and nothing derived from the rest. */
export function trimmed({
  verdict,
  rawBytes,
}: Pick<Notification, 'verdict' | 'rawBytes'>): Partial<Notification> {
  const most = KEPT_BYTES[verdict] ?? Infinity
  if (rawBytes.length <= most) return {}
  const nothing = { params: null, stringToSign: null, sign: null, mysign: null }
  return { rawBytes: rawBytes.slice(0, most), trimmedFrom: rawBytes.length, ...nothing }
}

/** Entries that a process writes between two prunings, by which LOG_UNPROVEN_ROWS may be exceeded for a moment. */
const PRUNED_EVERY = 500

/** Entries deleted by one statement, so that each is short. */
const BATCH = 2_000

/** Call after each entry: prunes from time to time, also during a flood. */
export function countUnproven(verdict: Verdict): void {
  if (KEPT_BYTES[verdict] === undefined) return
  const written = remember('unproven rows', () => ({ count: 0 }))
  if (++written.count % PRUNED_EVERY > 0) return
  pruneUnproven().catch((err: unknown) => log().error({ err }, 'the log could not be pruned'))
}

/** Anybody can flood the first group; the second needs a right sign, and may hold an unconfirmed payment. */
const PRUNED_APART: Verdict[][] = [['malformed', 'bad_sign'], ['bad_source']]

/**
 * Deletes log entries of unproven messages older than LOG_UNPROVEN_DAYS, and the oldest beyond LOG_UNPROVEN_ROWS in each
 * group. Safe in several processes at once. Returns the number deleted.
 */
export async function pruneUnproven(limits = env().unproven): Promise<number> {
  let deleted = 0
  for (const verdicts of PRUNED_APART) deleted += await prune(verdicts, limits)
  return deleted
}

async function prune(verdicts: Verdict[], { days, rows }: { days: number; rows: number }): Promise<number> {
  const oldest = new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  const [surplus] = await db().notification.findMany({
    where: { verdict: { in: verdicts } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    skip: rows,
    take: 1,
    select: { receivedAt: true },
  })
  const until = surplus && surplus.receivedAt > oldest ? surplus.receivedAt : oldest
  let deleted = 0
  for (;;) {
    const count = await db().$executeRaw`
      DELETE FROM "shop"."Notification" WHERE ("id", "receivedAt") IN (
        SELECT "id", "receivedAt" FROM "shop"."Notification"
        WHERE "verdict"::text = ANY(${verdicts}::text[]) AND "receivedAt" <= ${until}
        ORDER BY "receivedAt" LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED
      )`
    deleted += count
    if (count < BATCH) return deleted
  }
}
