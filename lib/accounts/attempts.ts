import { createHash } from 'node:crypto'
import { clientOf } from '../client-address'
import { db } from '../db'
import { browserKnownTo } from './known-browser'
import { isCrowded } from './take-turns'

/** Wrong passwords for one e-mail address from one client before the waits (exponential backoff) begin. */
export const PER_EMAIL = 5

/** The same from one client for all addresses: more, because a whole office may share an IP address. */
export const PER_CLIENT = 100

/** Minutes: the waits are 1, 2, 4, 8, and never more than this. */
const LONGEST_WAIT = 16

/** Minutes without an attempt after which a counter starts again. */
const FORGOTTEN_AFTER = 60

/** Most rows in the table. Each costs an attacker one check of a password, about 50 ms. */
const MOST_ROWS = 100_000

/** Mails with links that one address gets before the backoff begins, counted over all clients. */
export const PER_MAILBOX = 10

/** `reset` and `verify` ask for a mail. */
type Purpose = 'sign-in' | 'sign-up' | 'reset' | 'verify'

/**
 * Whether one more attempt to sign in or up, or to ask for a mail, may be made for an e-mail address as it was typed; counts
 * it before the check, so that simultaneous attempts count too. Counters are in the database, shared by all processes, per address and client
 * (client-address.ts): an attacker cannot lock out a buyer elsewhere, or in a browser that has signed in before, which is
 * counted by itself and may still try while a flood of passwords waits to be checked (take-turns.ts). A refused attempt
 * does not count and prolongs no wait (docs/threats.md 70).
 */
export async function mayTry(purpose: Purpose, email: string, headers: Headers): Promise<boolean> {
  const { pair, client, isKnown } = await countersOf(purpose, email, headers)
  if (!isKnown && isCrowded()) return false
  if (client && !(await count(client, PER_CLIENT, 1))) return false
  return count(pair, PER_EMAIL, LONGEST_WAIT)
}

/**
 * Whether one more mail with a link may go to an address; counts it over all clients, so that the shop cannot be used to flood
 * a mailbox. The owner is not locked out: the links of the earlier mails work.
 */
export const mayMail = (email: string): Promise<boolean> =>
  count(keyOf('mail', email, ''), PER_MAILBOX, LONGEST_WAIT)

/** After a right password: resets the counter of this address and client. */
export async function forgetAttempts(email: string, headers: Headers): Promise<void> {
  const { pair, client } = await countersOf('sign-in', email, headers)
  await db().signInAttempts.deleteMany({ where: { key: pair } })
  // Only this one attempt: an attacker who signs in to an own account must not reset the client's counter.
  await db().signInAttempts.updateMany({ where: { key: client }, data: { count: { decrement: 1 } } })
}

/** The keys that count an attempt: of its address and client, and of the client alone, unless its IP address is shared. */
async function countersOf(purpose: Purpose, email: string, headers: Headers) {
  const browser = await browserKnownTo(email, headers)
  if (browser) return { pair: keyOf(purpose, email, `browser ${browser}`), client: '', isKnown: true }
  const { address, isShared } = clientOf(headers)
  const client = isShared ? '' : keyOf(purpose, '', address)
  return { pair: keyOf(purpose, email, address), client, isKnown: false }
}

/** Deletes expired counters, and the oldest ones beyond `mostRows`. */
export async function pruneAttempts(mostRows = MOST_ROWS): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "shop"."SignInAttempts" WHERE "lastAt" < clock_timestamp() - make_interval(mins => ${FORGOTTEN_AFTER}::int)
      OR "lastAt" <= (
        SELECT "lastAt" FROM "shop"."SignInAttempts" ORDER BY "lastAt" DESC OFFSET ${mostRows}::int LIMIT 1
      )`
}

/**
 * One statement, so that simultaneous attempts cannot exceed the limit. The clock is the database's, read after the wait
 * for the row; a clock that was set back ends a wait. The second of tolerance is for rounding: stored times are rounded to
 * milliseconds, also up, and would let in an attempt of the same one.
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

/** A digest, so that keys have one length and no address is stored. */
const keyOf = (purpose: Purpose | 'mail', email: string, place: string) =>
  createHash('sha256')
    .update(JSON.stringify([purpose, email.trim().toLowerCase(), place]))
    .digest('base64url')
