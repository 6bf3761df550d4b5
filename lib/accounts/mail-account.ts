import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Language } from '../dictionary'
import { env } from '../env'
import { canMail } from '../mail/can-mail'
import { postMails } from '../mail/post-mails'
import { remember } from '../remember'
import { accountMailWords } from './account-mail-words'
import { mayMail } from './attempts'

/**
 * The language of the page that asked for a mail: better-auth calls back without it. One per process, since route handlers
 * have module copies of their own and share the better-auth that one of them has made.
 */
const spoken = () => remember('language of mails', () => new AsyncLocalStorage<Language>())

/** Mails that `work` asks for are in this language. */
export const mailingIn = <T>(language: Language, work: () => Promise<T>): Promise<T> =>
  spoken().run(language, work)

/** Seconds that a link works. */
export const LINK_SECONDS = { reset_password: 60 * 60, verify_email: 3 * 24 * 60 * 60 } as const
type AccountMail = keyof typeof LINK_SECONDS

const PAGES: Record<AccountMail, string> = {
  reset_password: '/account/reset',
  verify_email: '/account/verify',
}

/** Posts a link to an account's address, unless it gets too many; then nothing is posted, and nothing said. */
export async function mailAccount(kind: AccountMail, email: string, token: string): Promise<void> {
  if (!canMail() || !(await mayMail(email))) return
  const language = spoken().getStore() ?? 'zh'
  const words = accountMailWords[language]
  const { subject, intro, link, note } = words[kind]
  await postMails([
    {
      key: `${kind} ${randomUUID()}`,
      kind,
      to: email,
      language,
      secretUntil: new Date(Date.now() + LINK_SECONDS[kind] * 1000),
      content: {
        subject,
        intro,
        facts: [{ name: words.account, value: email }],
        link: { label: link, href: `${env().shopUrl}${PAGES[kind]}?${new URLSearchParams({ token })}` },
        note,
      },
    },
  ])
}
