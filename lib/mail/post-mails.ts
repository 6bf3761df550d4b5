import { db } from '../db'
import type { Language } from '../dictionary'
import { env } from '../env'
import { wakeWork } from '../work-loop'
import type { MailKind, MailState } from './mail'
import { type MailContent, renderMail } from './render-mail'
import { MAILS } from './send-mails'

export interface NewMail {
  /** Idempotency key: of mails with the same key the first one counts. */
  key: string
  kind: MailKind
  to: string
  language: Language
  orderNo?: string | undefined
  /** The mail has a link that lets its reader into an account, and that works until then. */
  secretUntil?: Date
  content: MailContent
}

/**
 * Puts mails into the outbox (send-mails.ts) and does not wait until they are sent. Without a mail server they are kept for
 * the merchant to read.
 */
export async function postMails(mails: NewMail[], isSending = env().mail !== undefined): Promise<void> {
  if (mails.length === 0) return
  const state: MailState = isSending ? 'waiting' : 'kept'
  const data = mails.map(({ content, ...mail }) => ({
    ...mail,
    ...renderMail(content, mail.language),
    state,
    dueAt: isSending ? new Date() : null,
  }))
  await db().mail.createMany({ data, skipDuplicates: true })
  wakeWork(MAILS)
}
