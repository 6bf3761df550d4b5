import { yuan } from '@/app/ui/format'
import { wordsIn } from '@/lib/language'
import type { PaidDay } from '@/lib/orders/paid-per-day'
import { axisEnd, axisTicks } from './axis'
import { todayWords } from './today-words'

/** Takings and orders per day as two bar charts, each on an axis of its own from 0. */
export async function PaidChart({ days }: { days: PaidDay[] }) {
  const words = await wordsIn(todayWords)
  const orders = days.reduce((sum, day) => sum + day.orders, 0)
  const fen = days.reduce((sum, day) => sum + day.fen, 0)
  return (
    <section aria-labelledby="chart-title" className="card mt-8 p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="chart-title" className="text-lg font-medium">
          {words.lastDays(days.length)}
        </h2>
        {orders > 0 && <p className="text-muted tabular-nums">{words.sum(orders, yuan(fen))}</p>}
      </div>
      {orders === 0 ? (
        <p className="mt-3">{words.nobodyPaid(days.length)}</p>
      ) : (
        <>
          <Bars title={words.takenPerDay} days={days} value={(day) => day.fen} inWords={yuan} height="h-36" />
          <Bars
            title={words.paidPerDay}
            days={days}
            value={(day) => day.orders}
            inWords={words.orders}
            height="h-20"
          />
          <DayTable days={days} />
        </>
      )}
      <p className="mt-3 text-sm text-muted">{words.howCounted}</p>
    </section>
  )
}

interface BarsProps {
  title: string
  days: PaidDay[]
  value: (day: PaidDay) => number
  inWords: (value: number) => string
  height: string
}

/** Only the bars stretch with the width; the text around them keeps its size. */
async function Bars({ title, days, value, inWords, height }: BarsProps) {
  const words = await wordsIn(todayWords)
  const most = Math.max(...days.map(value))
  const end = axisEnd(most)
  const ticks = axisTicks(end)
  return (
    <figure className="mt-5">
      <figcaption className="text-sm text-muted">{title}</figcaption>
      <div className="mt-3 grid grid-cols-[5.5rem_1fr] gap-x-2 text-xs text-muted tabular-nums">
        <div aria-hidden className={`relative ${height}`}>
          {ticks.map((tick) => (
            <span
              key={tick}
              className="absolute right-0 translate-y-1/2"
              style={{ bottom: `${(tick / end) * 100}%` }}
            >
              {inWords(tick)}
            </span>
          ))}
        </div>
        <svg
          role="img"
          aria-label={words.barsIn(title, days.length, inWords(most))}
          viewBox={`0 0 ${days.length * 10} 100`}
          preserveAspectRatio="none"
          className={`w-full overflow-visible ${height}`}
        >
          {ticks.map((tick) => (
            <line
              key={tick}
              x2={days.length * 10}
              y1={100 - (tick / end) * 100}
              y2={100 - (tick / end) * 100}
              vectorEffect="non-scaling-stroke"
              className={tick === 0 ? 'stroke-muted' : 'stroke-line'}
            />
          ))}
          {days.map((day, index) => (
            <rect
              key={day.day}
              x={index * 10 + 1.5}
              y={100 - (value(day) / end) * 100}
              width={7}
              height={(value(day) / end) * 100}
              className="fill-accent"
            >
              <title>{words.barOf(day.day, inWords(value(day)))}</title>
            </rect>
          ))}
        </svg>
        <p aria-hidden className="col-start-2 mt-1 flex justify-between">
          <span>{days[0]?.day.slice(5)}</span>
          <span>{words.title}</span>
        </p>
      </div>
    </figure>
  )
}

async function DayTable({ days }: { days: PaidDay[] }) {
  const words = await wordsIn(todayWords)
  return (
    <details className="mt-4">
      <summary className="link w-fit cursor-pointer py-1">{words.eachDay}</summary>
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
