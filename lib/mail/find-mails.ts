import type { Mail } from '@/generated/shop/client'
import { db } from '../db'
import { env } from '../env'
import { cutPage, type Page, readCursor } from '../keyset'
import { wakeWork } from '../work-loop'
import { MAIL_STATES, type MailState } from './mail'
import { MAILS } from './send-mails'

const BODY = { text: true, html: true } as const

export type ListedMail = Omit<Mail, keyof typeof BODY>

/** One page of the mails, newest first; any text that is no cursor is the first page. */
export async function listMails(
  state: MailState | undefined,
  after?: string | null,
  size = 50,
): Promise<Page<ListedMail>> {
  const cursor = readCursor(after)
  const before = cursor && new Date(cursor.value)
  const found = await db().mail.findMany({
    where: {
      state,
      // An index can only use the first condition.
      AND: cursor && [
        { createdAt: { lte: before } },
        { OR: [{ createdAt: { lt: before } }, { id: { lt: cursor.id } }] },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
    omit: BODY,
  })
  return cutPage(found, size, ({ createdAt }) => createdAt)
}

/** How many mails there are of each state, counted up to 1000. */
export async function countMails(): Promise<Record<MailState, number>> {
  const count = (state: MailState) => db().mail.count({ where: { state }, take: 1_000 })
  const [kept, waiting, sent, failed] = await Promise.all(MAIL_STATES.map(count))
  return { kept: kept ?? 0, waiting: waiting ?? 0, sent: sent ?? 0, failed: failed ?? 0 }
}

export type ShownMail = Omit<Mail, keyof typeof BODY> & {
  /** Not there: it has a secret link, and is sent, expired, or not the merchant's to read. */
  body: { text: string; html: string } | undefined
}

/**
 * A mail, or null. The merchant reads links into accounts only in the sandbox, where all mails are play; otherwise the back
 * office would be a way into every buyer's account.
 */
export async function findMail(id: string, showsSecrets = env().sandbox): Promise<ShownMail | null> {
  const mail = /^[\w-]{1,64}$/.test(id) ? await db().mail.findUnique({ where: { id } }) : null
  if (!mail) return null
  const { text, html, ...rest } = mail
  const isShown = text !== '' && (mail.secretUntil === null || showsSecrets)
  return { ...rest, body: isShown ? { text, html } : undefined }
}

/** Whether a mail can be sent once more. */
export const isSendable = ({ state, secretUntil }: Pick<Mail, 'state' | 'secretUntil'>, now = new Date()) =>
  state !== 'waiting' && (secretUntil === null || (secretUntil > now && state !== 'sent'))

/** Puts a mail back into the outbox, due at once. Returns false where it cannot be sent once more. */
export async function sendAgain(id: string, isSending = env().mail !== undefined): Promise<boolean> {
  const mail = isSending ? await findMail(id) : null
  if (!mail || !isSendable(mail)) return false
  const { count } = await db().mail.updateMany({
    where: { id, state: mail.state, attempts: mail.attempts },
    data: { state: 'waiting' satisfies MailState, dueAt: new Date(), attempts: 0, error: null, reply: null },
  })
  wakeWork(MAILS)
  return count === 1
}
