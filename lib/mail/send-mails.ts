import type { Mail } from '@/generated/shop/client'
import { db } from '../db'
import { env } from '../env'
import { log } from '../log'
import { startWork, waitAfter, wakeWork } from '../work-loop'
import type { MailError, MailState } from './mail'
import { type Outgoing, sendMail } from './smtp'

/**
 * The outbox of mails: posted by post-mails.ts, handed to the mail server here. A mail is sent at least once: a process may die
 * between the server's yes and its note.
 */

/** The name of the work that sends mails. */
export const MAILS = 'mails'

const ATTEMPT_MS = 60_000
/** Longer than ATTEMPT_MS, so that a claim expires only if its process died. */
const CLAIM_MS = 120_000

/** With the waits of waitAfter: about two days. */
export const MOST_ATTEMPTS = 13

/** Mails that are sent at the same time, each over its own connection. */
const BATCH = 5

/** Sends mails in this process from now on; does nothing where there is no mail server. */
export function startMails(mail = env().mail): void {
  if (!mail) return
  startWork(MAILS, () => runMails(mail))
  wakeWork(MAILS)
}

/** Sends all mails that are due, BATCH at a time. Any number of processes share the work. */
export async function runMails(outgoing: Outgoing, attemptMs = ATTEMPT_MS): Promise<void> {
  for (;;) {
    await forgetSecrets()
    const mails = await claim()
    await Promise.all(mails.map((mail) => attempt(mail, outgoing, attemptMs)))
    if (mails.length < BATCH) return
  }
}

async function claim(): Promise<Mail[]> {
  const now = new Date()
  return db().$queryRaw<Mail[]>`
    UPDATE "shop"."Mail" SET
      "dueAt" = ${new Date(now.getTime() + CLAIM_MS)}::timestamptz,
      "attempts" = "attempts" + 1
    WHERE "id" IN (
      SELECT "id" FROM "shop"."Mail" WHERE "state" = 'waiting' AND "dueAt" <= ${now}::timestamptz
      ORDER BY "dueAt" LIMIT ${BATCH}::int
      FOR UPDATE SKIP LOCKED
    )
    RETURNING *`
}

async function attempt(mail: Mail, outgoing: Outgoing, attemptMs: number) {
  const { id, attempts, kind, orderNo } = mail
  const result = await sendMail(mail, outgoing, attemptMs)
  // another process has taken it over where the number of attempts is another
  const claimed = { id, attempts, state: 'waiting' satisfies MailState }
  if (result.kind === 'taken') {
    const sent = {
      state: 'sent' satisfies MailState,
      sentAt: new Date(),
      dueAt: null,
      error: null,
      reply: null,
    }
    const data = { ...sent, ...(mail.secretUntil && !env().sandbox && WITHOUT_BODY) }
    await db().mail.updateMany({ where: claimed, data })
    return
  }
  const { error, reply } = result
  log().error({ mail: id, kind, orderNo, attempts, error, reply }, 'mail not sent')
  const isOver = attempts >= MOST_ATTEMPTS || isFinal(error, reply)
  const next = isOver
    ? { state: 'failed' satisfies MailState, dueAt: null }
    : { dueAt: new Date(Date.now() + waitAfter(attempts)) }
  await db().mail.updateMany({ where: claimed, data: { ...next, error, reply } })
}

/** RFC 5321, 4.2.1: 5yz to the mail itself is for good. What keeps the server from hearing of it is tried again. */
const isFinal = (error: MailError, reply: number | null) =>
  error === 'refused' && reply !== null && reply >= 500

const WITHOUT_BODY = { text: '', html: '' }

/** Empties mails whose link works no more, and sends none of them. */
async function forgetSecrets() {
  const expired = { secretUntil: { lte: new Date() } }
  const failed = { state: 'failed' satisfies MailState, error: 'expired' satisfies MailError, reply: null }
  await db().mail.updateMany({ where: { ...expired, state: 'waiting' }, data: { ...failed, dueAt: null } })
  await db().mail.updateMany({ where: { ...expired, text: { not: '' } }, data: WITHOUT_BODY })
}

/** Days that a mail is kept. */
const KEPT_DAYS = 90

/** The most mails that are kept. */
const MOST_MAILS = 50_000

/** Deletes old mails, and the oldest beyond `most`; empties those whose link works no more. */
export async function pruneMails(most = MOST_MAILS): Promise<void> {
  await forgetSecrets()
  const before = new Date(Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000)
  await db().$executeRaw`
    DELETE FROM "shop"."Mail" WHERE "createdAt" < ${before}::timestamptz OR "createdAt" <= (
      SELECT "createdAt" FROM "shop"."Mail" ORDER BY "createdAt" DESC OFFSET ${most}::int LIMIT 1
    )`
}
