import Link from 'next/link'
import { yuan } from '@/app/ui/format'
import { wordsIn } from '@/lib/language'
import type { Sales } from '@/lib/orders/sales-today'
import { percentChange } from './percent-change'
import { todayWords } from './today-words'

const ORDERS = '/merchant/orders?filter='

/** What was sold today, each figure beside yesterday's at the same time. */
export async function SalesToday({ today, yesterday }: { today: Sales; yesterday: Sales }) {
  const words = await wordsIn(todayWords)
  const averageOf = ({ fen, paid }: Sales) => (paid === 0 ? 0 : Math.round(fen / paid))
  return (
    <section aria-labelledby="sales-title" className="mt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="sales-title">{words.sales}</h2>
        <p className="text-tiny text-muted">{words.compared}</p>
      </div>
      <ul aria-label={words.sales} className="sales card mt-3">
        <Figure
          href={`${ORDERS}paid_today`}
          label={words.taken}
          now={today.fen}
          before={yesterday.fen}
          inWords={yuan}
          isFirst
        />
        <Figure href={`${ORDERS}paid_today`} label={words.paid} now={today.paid} before={yesterday.paid} />
        <Figure
          href={`${ORDERS}ordered_today`}
          label={words.ordered}
          now={today.placed}
          before={yesterday.placed}
        />
        <Figure label={words.average} now={averageOf(today)} before={averageOf(yesterday)} inWords={yuan} />
      </ul>
    </section>
  )
}

interface FigureProps {
  /** What it counts. */
  href?: string
  label: string
  now: number
  before: number
  inWords?: (value: number) => string
  isFirst?: boolean
}

async function Figure({ href, label, now, before, inWords = String, isFirst }: FigureProps) {
  const size = isFirst ? 'text-[clamp(1.75rem,1.3rem+1.6vw,2.375rem)]' : 'text-lg sm:text-2xl'
  const figure = (
    <>
      <span className="text-sm text-muted">{label}</span>{' '}
      <span className={`figures self-end leading-snug font-semibold ${size}`}>{inWords(now)}</span>
    </>
  )
  const look = 'grid grid-rows-[auto_1fr]'
  return (
    <li className="grid min-w-0 grid-rows-[1fr_auto] gap-0.5 px-3 py-4 sm:px-6">
      {href ? (
        <Link href={href} prefetch={false} className={`${look} hover:text-accent`}>
          {figure}
        </Link>
      ) : (
        <span className={look}>{figure}</span>
      )}
      <Change now={now} before={before} inWords={inWords} />
    </li>
  )
}

/** How it compares with yesterday. */
async function Change({ now, before, inWords }: Pick<Required<FigureProps>, 'now' | 'before' | 'inWords'>) {
  const words = await wordsIn(todayWords)
  const percent = percentChange(now, before)
  const said =
    now === before ? words.same : before === 0 ? words.noneBefore : words.yesterday(inWords(before))
  return (
    <span className="text-tiny text-muted">
      {percent !== undefined && percent !== 0 && (
        <span className={`figures mr-2 ${percent > 0 ? 'text-go-text' : 'text-bad-text'}`}>
          {percent > 0 ? '↑' : '↓'} {Math.abs(percent)}%
        </span>
      )}
      {said}
    </span>
  )
}
