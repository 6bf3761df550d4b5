import { createHash } from 'node:crypto'
import { clientOf } from '../client-address'
import { db } from '../db'
import { browserKnownTo } from './known-browser'
import { isCrowded } from './take-turns'

/** Wrong passwords for one e-mail address from one client that are free; after them the waits begin. */
export const PER_EMAIL = 5

/** The same from one client for any addresses: more, because a whole office may share an IP address. */
export const PER_CLIENT = 100

/** Minutes: after the wrong passwords that are free 1, then 2, 4, 8, and never more than this. */
export const LONGEST_WAIT = 16

/** Minutes without an attempt after which a counter starts again. */
const FORGOTTEN_AFTER = 60

/** Rows in the table. Each costs its maker one check of a password, some 50 ms. */
const MOST_ROWS = 100_000

type Door = 'sign-in' | 'sign-up'

/**
 * Whether one more attempt at a door may be made for an e-mail address as it was typed, by the headers of the
 * request; counts it at once, so that attempts at the same time are counted too. Counted in the database, for all
 * processes, by address and client (client-address.ts): strangers lock out nobody who comes from elsewhere, nor from a
 * browser that has signed in before, which is counted by itself, and which alone may still try while the passwords of a
 * flood wait to be checked (take-turns.ts). An attempt that is refused counts for nothing and
 * prolongs nothing (docs/threats.md 70).
 */
export async function mayTry(door: Door, email: string, headers: Headers): Promise<boolean> {
  const { pair, client, isKnown } = await countersOf(door, email, headers)
  if (!isKnown && isCrowded()) return false
  if (client && !(await count(client, PER_CLIENT, 1))) return false
  return count(pair, PER_EMAIL, LONGEST_WAIT)
}

/** The password was right: the wrong ones before it, for this address and from here, are forgotten. */
export async function forgetAttempts(email: string, headers: Headers): Promise<void> {
  const { pair, client } = await countersOf('sign-in', email, headers)
  await db().signInAttempts.deleteMany({ where: { key: pair } })
  // Only this one attempt: a guesser who signs in to an account of their own must not reset the counter.
  await db().signInAttempts.updateMany({ where: { key: client }, data: { count: { decrement: 1 } } })
}

/** The rows that count an attempt: of its address from this place, and of the place alone, if that is one client's. */
async function countersOf(door: Door, email: string, headers: Headers) {
  const browser = await browserKnownTo(email, headers)
  if (browser) return { pair: keyOf(door, email, `browser ${browser}`), client: '', isKnown: true }
  const { address, isShared } = clientOf(headers)
  const client = isShared ? '' : keyOf(door, '', address)
  return { pair: keyOf(door, email, address), client, isKnown: false }
}

/** Deletes what is forgotten anyway, and the oldest of too many. */
export async function pruneAttempts(mostRows = MOST_ROWS): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "shop"."SignInAttempts" WHERE "lastAt" < clock_timestamp() - make_interval(mins => ${FORGOTTEN_AFTER}::int)
      OR "lastAt" <= (
        SELECT "lastAt" FROM "shop"."SignInAttempts" ORDER BY "lastAt" DESC OFFSET ${mostRows}::int LIMIT 1
      )`
}

/**
 * One statement, so that of any number at once no more get through than may. The clock is the database's, read after the
 * wait for the row; one that was set back ends a wait instead of prolonging it. By more than a second: what was stored is
 * rounded to milliseconds, up as well, and would let in who comes in the same one.
 */
async function count(key: string, free: number, longestWait: number): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    INSERT INTO "shop"."SignInAttempts" AS known ("key", "count", "lastAt") VALUES (${key}, 1, clock_timestamp())
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE
        WHEN known."lastAt" < clock_timestamp() - make_interval(mins => ${FORGOTTEN_AFTER}::int) THEN 1
        ELSE known."count" + 1 END,
      "lastAt" = clock_timestamp()
    WHERE known."count" < ${free}::int
      OR known."lastAt" > clock_timestamp() + interval '1 second'
      OR known."lastAt" <= clock_timestamp() - make_interval(
        mins => LEAST(power(2, LEAST(known."count" - ${free}::int, 20)), ${longestWait}::int)::int)
    RETURNING 1 AS "counted"`
  return rows.length > 0
}

/** A digest: as long for a flood as for an address, and none of the addresses is kept. */
const keyOf = (door: Door, email: string, place: string) =>
  createHash('sha256')
    .update(JSON.stringify([door, email.trim().toLowerCase(), place]))
    .digest('base64url')
