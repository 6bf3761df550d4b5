import Link from 'next/link'
import { beijing } from '@/app/ui/format'
import { MessageNotes } from '@/app/(shop)/orders/message-notes'
import { orderWords } from '@/app/(shop)/orders/order-words'
import { language } from '@/lib/language'
import { ANSWERS } from '@/lib/messages/answers'
import { type FoundRow, searchLog } from '@/lib/messages/search-log'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { pageTitle } from '@/app/ui/page-title'
import { LogFilterForm } from './log-filter-form'
import { readLogSearch } from './log-search'
import { logWords } from './log-words'

export const generateMetadata = pageTitle(logWords, 'title')

/** All messages, good or bad, newest first (docs/spec.md T4.4b). */
export default async function LogPage({ searchParams }: PageProps<'/merchant/log'>) {
  await requireMerchant()
  const spoken = await language()
  const words = logWords[spoken]
  const { channels, verdicts, comma, milliseconds } = orderWords[spoken]
  const query = await searchParams
  const after = typeof query.after === 'string' ? query.after : undefined
  const { rows, next } = await searchLog(readLogSearch(query), after)
  const given = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const asked = given.filter(([name, value]) => name !== 'after' && value !== '')
  const address = (path: string, more: string[][] = []) =>
    `${path}?${new URLSearchParams([...asked, ...more])}`
  return (
    <>
      <h1 className="text-2xl font-semibold">{words.title}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.intro}</p>
      <LogFilterForm values={Object.fromEntries(asked)} />
      {rows.length === 0 && (
        <p className="card mt-6 p-6">{asked.length > 0 || after ? words.notFound : words.none}</p>
      )}
      <ol className="card mt-6 divide-y divide-line empty:hidden">
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              href={`/merchant/log/${row.id}`}
              prefetch={false}
              className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 px-4 py-3 text-sm hover:bg-paper lg:grid-cols-[13rem_6rem_1fr_auto]"
            >
              <time dateTime={row.receivedAt.toISOString()} className="text-muted tabular-nums">
                {beijing(row.receivedAt, spoken)}
              </time>
              <span className="text-right lg:text-left">{channels[row.channel]}</span>
              <span className="col-span-2 min-w-0 lg:col-span-1">
                <strong className={`font-medium ${isBad(row.verdict) ? 'text-bad' : ''}`}>
                  {verdicts[row.verdict]}
                </strong>
                {row.tradeStatus && (
                  <code className="ml-2 text-xs break-all text-muted">{row.tradeStatus.slice(0, 40)}</code>
                )}
                <MessageNotes notes={row.notes} language={spoken} />
                <span className="block text-muted [overflow-wrap:anywhere] tabular-nums">
                  {row.orderNo === null ? words.noOrderNo : `${words.order} ${row.orderNo}`}
                </span>
              </span>
              <span className="text-muted tabular-nums lg:text-right">
                {row.answer && (
                  <>
                    <code>{row.answer}</code>
                    {comma}
                  </>
                )}
                {milliseconds(row.milliseconds)}
              </span>
            </Link>
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

const isBad = (verdict: FoundRow['verdict']) => ANSWERS[verdict] === 'fail' || verdict === 'illegal'
