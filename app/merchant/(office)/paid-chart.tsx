import Link from 'next/link'
import { yuan } from '@/app/ui/format'
import { wordsIn } from '@/lib/language'
import type { PaidDay } from '@/lib/orders/paid-per-day'
import { axisEnd, axisTicks } from './axis'
import { percentChange } from './percent-change'
import { todayWords } from './today-words'

export interface Chart {
  days: 7 | 30
  by: 'amount' | 'orders'
}

/** The chart that an address asks for. */
export const readChart = ({ days, by }: Record<string, unknown>): Chart => ({
  days: days === '7' ? 7 : 30,
  by: by === 'orders' ? 'orders' : 'amount',
})

const chartPath = ({ days, by }: Chart) => `/merchant?days=${days}&by=${by}#chart`

interface Props {
  /** The days shown, and before them as many to compare them with. */
  days: PaidDay[]
  chart: Chart
}

/** Takings or orders per day as bars on an axis from 0, compared with the days before; links switch it. */
export async function PaidChart({ days, chart }: Props) {
  const words = await wordsIn(todayWords)
  const shown = days.slice(-chart.days)
  const now = sumOf(shown)
  const before = sumOf(days.slice(0, -chart.days))
  const percent = percentChange(now.fen, before.fen)
  return (
    <section id="chart" aria-labelledby="chart-title" className="card mt-8 scroll-mt-4 p-4 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div>
          <h2 id="chart-title">{words.lastDays(chart.days)}</h2>
          {now.orders > 0 && (
            <p className="text-sm text-muted">
              {words.sum(now.orders, yuan(now.fen))}
              {percent !== undefined && (
                <span className={`figures ml-3 ${percent < 0 ? 'text-bad-text' : 'text-go-text'}`}>
                  {percent < 0 ? '↓' : '↑'} {Math.abs(percent)}%
                </span>
              )}
              {before.fen > 0 && (
                <span className="ml-3">{words.daysBefore(chart.days, yuan(before.fen))}</span>
              )}
            </p>
          )}
        </div>
        <nav aria-label={words.shown} className="flex flex-wrap gap-3 text-sm">
          <Switch
            choices={[
              { label: words.byAmount, to: { ...chart, by: 'amount' }, isCurrent: chart.by === 'amount' },
              { label: words.byOrders, to: { ...chart, by: 'orders' }, isCurrent: chart.by === 'orders' },
            ]}
          />
          <Switch
            choices={[
              { label: words.lastDays(7), to: { ...chart, days: 7 }, isCurrent: chart.days === 7 },
              { label: words.lastDays(30), to: { ...chart, days: 30 }, isCurrent: chart.days === 30 },
            ]}
          />
        </nav>
      </div>
      {now.orders === 0 ? (
        <p className="mt-3">{words.nobodyPaid(chart.days)}</p>
      ) : (
        <>
          {chart.by === 'amount' ? (
            <Bars title={words.takenPerDay} days={shown} value={({ fen }) => fen} inWords={yuan} />
          ) : (
            <Bars
              title={words.paidPerDay}
              days={shown}
              value={({ orders }) => orders}
              inWords={words.orders}
            />
          )}
          <DayTable days={shown} />
        </>
      )}
      <p className="mt-3 text-tiny text-muted">{words.howCounted}</p>
    </section>
  )
}

const sumOf = (days: PaidDay[]) => ({
  orders: days.reduce((sum, day) => sum + day.orders, 0),
  fen: days.reduce((sum, day) => sum + day.fen, 0),
})

function Switch({ choices }: { choices: { label: string; to: Chart; isCurrent: boolean }[] }) {
  return (
    <span className="inline-flex rounded-md bg-idle-soft p-0.75">
      {choices.map(({ label, to, isCurrent }) => (
        <Link
          key={label}
          href={chartPath(to)}
          prefetch={false}
          scroll={false}
          aria-current={isCurrent ? 'true' : undefined}
          className="rounded-sm px-3.5 py-1 text-idle-text aria-[current]:bg-card aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {label}
        </Link>
      ))}
    </span>
  )
}

interface BarsProps {
  title: string
  days: PaidDay[]
  value: (day: PaidDay) => number
  inWords: (value: number) => string
}

/** Only the bars stretch with the width; the text around them keeps its size. */
async function Bars({ title, days, value, inWords }: BarsProps) {
  const words = await wordsIn(todayWords)
  const most = Math.max(...days.map(value))
  const end = axisEnd(most)
  const ticks = axisTicks(end)
  return (
    <figure className="mt-6 grid grid-cols-[auto_1fr] gap-x-3 text-tiny text-muted tabular-nums">
      <div aria-hidden className="flex flex-col-reverse justify-between text-right leading-none">
        {ticks.map((tick) => (
          <span key={tick}>{inWords(tick)}</span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={words.barsIn(title, days.length, inWords(most))}
        viewBox={`0 0 ${days.length * 10} 100`}
        preserveAspectRatio="none"
        className="h-44 w-full overflow-visible sm:h-52"
      >
        {ticks.map((tick) => (
          <line
            key={tick}
            x2={days.length * 10}
            y1={100 - (tick / end) * 100}
            y2={100 - (tick / end) * 100}
            vectorEffect="non-scaling-stroke"
            className={tick === 0 ? 'stroke-field-line' : 'stroke-line'}
          />
        ))}
        {days.map((day, index) => (
          <rect
            key={day.day}
            x={index * 10 + 1}
            y={100 - (value(day) / end) * 100}
            width={8}
            height={(value(day) / end) * 100}
            className={`hover:fill-accent ${index === days.length - 1 ? 'fill-accent' : 'fill-accent/35'}`}
          >
            <title>{words.barOf(day.day, inWords(value(day)))}</title>
          </rect>
        ))}
      </svg>
      <p aria-hidden className="col-start-2 mt-1.5 flex justify-between">
        <span>{days[0]?.day.slice(5)}</span>
        <span>{words.today}</span>
      </p>
    </figure>
  )
}

async function DayTable({ days }: { days: PaidDay[] }) {
  const words = await wordsIn(todayWords)
  return (
    <details className="mt-4">
      <summary className="w-fit cursor-pointer py-1 text-sm">{words.eachDay}</summary>
      <table className="mt-2 w-full max-w-md text-sm tabular-nums">
        <caption className="sr-only">{words.tableOf(days.length)}</caption>
        <thead>
          <tr className="border-b border-line text-muted">
            {[words.day, words.paidOrders, words.takings].map((title) => (
              <th key={title} scope="col" className="py-1 text-right font-normal first:text-left">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, orders, fen }) => (
            <tr key={day} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {day}
              </th>
              <td className="py-1 text-right">{orders}</td>
              <td className="py-1 text-right">{yuan(fen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
