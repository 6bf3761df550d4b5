import Link from 'next/link'
import { CopyNumber } from '@/app/ui/copy-number'
import { beijing } from '@/app/ui/format'
import { MessageNotes } from '@/app/(shop)/orders/message-notes'
import { orderWords } from '@/app/(shop)/orders/order-words'
import { language } from '@/lib/language'
import { searchLog } from '@/lib/messages/search-log'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { pageTitle } from '@/app/ui/page-title'
import { LogFilterForm } from './log-filter-form'
import { readLogSearch } from './log-search'
import { logWords } from './log-words'
import { VerdictBadge } from './verdict-badge'

export const generateMetadata = pageTitle(logWords, 'title')

/** All messages, good or bad, newest first (docs/spec.md T4.4b). */
export default async function LogPage({ searchParams }: PageProps<'/merchant/log'>) {
  await requireMerchant()
  const spoken = await language()
  const words = logWords[spoken]
  const { channels, comma, milliseconds } = orderWords[spoken]
  const query = await searchParams
  const after = typeof query.after === 'string' ? query.after : undefined
  const { rows, next } = await searchLog(readLogSearch(query), after)
  const given = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const asked = given.filter(([name, value]) => name !== 'after' && value !== '')
  const address = (path: string, more: string[][] = []) =>
    `${path}?${new URLSearchParams([...asked, ...more])}`
  return (
    <>
      <h1>{words.title}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.intro}</p>
      <LogFilterForm values={Object.fromEntries(asked)} />
      {rows.length === 0 && (
        <p className="card mt-6 p-6">{asked.length > 0 || after ? words.notFound : words.none}</p>
      )}
      <ol className="card mt-6 divide-y divide-line empty:hidden">
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid gap-x-4 gap-y-1 px-4 py-3 text-sm lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_17rem_12rem] lg:items-center"
          >
            <Link
              href={`/merchant/log/${row.id}`}
              prefetch={false}
              className="flex flex-wrap items-center gap-x-3 hover:text-accent"
            >
              <VerdictBadge verdict={row.verdict} />
              {channels[row.channel]}
            </Link>
            <span className="min-w-0">
              {row.tradeStatus && <code className="text-xs break-all">{row.tradeStatus.slice(0, 40)}</code>}
              <MessageNotes notes={row.notes} language={spoken} />
            </span>
            <span className="text-muted">
              {row.orderNo === null ? words.noOrderNo : <CopyNumber value={row.orderNo} />}
            </span>
            <span className="flex flex-wrap justify-between gap-x-3 text-muted lg:block lg:text-right">
              <time dateTime={row.receivedAt.toISOString()} className="figures block">
                {beijing(row.receivedAt, spoken)}
              </time>
              <span className="text-tiny">
                {row.answer && (
                  <>
                    <code>{row.answer}</code>
                    {comma}
                  </>
                )}
                {milliseconds(row.milliseconds)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <nav aria-label={words.pages} className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        {after && (
          <Link href={address('/merchant/log')} prefetch={false} className="link py-1">
            {words.latest}
          </Link>
        )}
        {next && (
          <Link href={address('/merchant/log', [['after', next]])} prefetch={false} className="link py-1">
            {words.older}
          </Link>
        )}
        {rows.length > 0 && (
          <a href={address('/merchant/log.csv')} className="link py-1 sm:ml-auto">
            {words.exportFound}
          </a>
        )}
      </nav>
    </>
  )
}
