import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { EmptyState } from '@/app/ui/empty-state'
import { FlashNote } from '@/app/ui/flash-note'
import { beijing } from '@/app/ui/format'
import { pageTitle } from '@/app/ui/page-title'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { countMails, listMails } from '@/lib/mail/find-mails'
import { MAIL_STATES } from '@/lib/mail/mail'
import { MailBadge } from './mail-badge'
import { mailWords } from './mail-words'

export const generateMetadata = pageTitle(mailWords, 'title')

/** The mails of the shop, newest first: sent, waiting, failed, and kept where there is no mail server. */
export default async function MailsPage({ searchParams }: PageProps<'/merchant/mails'>) {
  await requireMerchant()
  const spoken = await language()
  const words = mailWords[spoken]
  const query = await searchParams
  const state = MAIL_STATES.find((known) => known === query.state)
  const after = typeof query.after === 'string' ? query.after : undefined
  const [{ rows, next }, counts] = await Promise.all([listMails(state, after), countMails()])
  const address = (more: Record<string, string>) => `/merchant/mails?${new URLSearchParams(more)}`
  const filters = MAIL_STATES.filter((known) => counts[known] > 0 || known === state)
  return (
    <>
      <h1>{words.title}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.intro}</p>
      {!env().mail && (
        <FlashNote tone="wait" className="mt-4">
          {words.keeping}
        </FlashNote>
      )}
      {filters.length > 0 && (
        <nav aria-label={words.filters} className="tabs mt-4 border-b border-line">
          <Link href="/merchant/mails" prefetch={false} aria-current={state ? undefined : 'page'}>
            {words.all}
          </Link>
          {filters.map((known) => (
            <Link
              key={known}
              href={address({ state: known })}
              prefetch={false}
              aria-current={state === known ? 'page' : undefined}
            >
              {words.states[known]} <span className="figures">{counts[known]}</span>
            </Link>
          ))}
        </nav>
      )}
      {rows.length === 0 && filters.length === 0 && (
        <EmptyState picture="seal.svg" title={words.none} heading="h2" text={words.noneText} />
      )}
      {rows.length === 0 && filters.length > 0 && <p className="card mt-6 p-6">{words.noneOfState}</p>}
      <ol className="card mt-6 divide-y divide-line empty:hidden">
        {rows.map((mail) => (
          <li key={mail.id}>
            <Link
              href={`/merchant/mails/${mail.id}`}
              prefetch={false}
              className="grid gap-x-4 gap-y-1 px-4 py-3 text-sm hover:bg-paper lg:grid-cols-[7rem_1fr_15rem_12rem] lg:items-baseline"
            >
              <span>
                <MailBadge state={mail.state} />
              </span>
              <span
                lang={mail.language === 'zh' ? 'zh-CN' : 'en-GB'}
                translate="no"
                className="min-w-0 font-medium [overflow-wrap:anywhere]"
              >
                {mail.subject}
              </span>
              <span translate="no" className="min-w-0 text-muted [overflow-wrap:anywhere]">
                {mail.to}
              </span>
              <time dateTime={mail.createdAt.toISOString()} className="figures text-muted lg:text-right">
                {beijing(mail.createdAt, spoken)}
              </time>
            </Link>
          </li>
        ))}
      </ol>
      <nav aria-label={words.pages} className="mt-4 flex flex-wrap gap-x-6 gap-y-2 empty:hidden">
        {after && (
          <Link href={address(state ? { state } : {})} prefetch={false} className="link py-1">
            {words.latest}
          </Link>
        )}
        {next && (
          <Link
            href={address({ ...(state && { state }), after: next })}
            prefetch={false}
            className="link py-1"
          >
            {words.older}
          </Link>
        )}
      </nav>
    </>
  )
}
