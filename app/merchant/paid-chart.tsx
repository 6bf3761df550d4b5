import { yuan } from '@/app/ui/format'
import type { PaidDay } from '@/lib/orders/paid-per-day'
import { axisEnd, axisTicks } from './axis'

/** What was paid each day: takings and orders, one above the other, each from 0 on an axis of its own. */
export function PaidChart({ days }: { days: PaidDay[] }) {
  const orders = days.reduce((sum, day) => sum + day.orders, 0)
  const fen = days.reduce((sum, day) => sum + day.fen, 0)
  return (
    <section aria-labelledby="chart-title" className="card mt-8 p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="chart-title" className="text-lg font-medium">
          最近 {days.length} 天
        </h2>
        <p className="text-muted tabular-nums">
          付款 {orders} 笔，收款 {yuan(fen)}
        </p>
      </div>
      {orders === 0 ? (
        <p className="mt-3">还没有人付款。</p>
      ) : (
        <>
          <Bars title="每天收款" days={days} value={(day) => day.fen} words={yuan} height="h-36" />
          <Bars
            title="每天付款的订单"
            days={days}
            value={(day) => day.orders}
            words={(count) => `${count} 笔`}
            height="h-20"
          />
          <DayTable days={days} />
        </>
      )}
      <p className="mt-3 text-sm text-muted">
        按支付宝的付款时间算，一天从北京时间零点开始；后来退的款没有减去。
      </p>
    </section>
  )
}

interface BarsProps {
  title: string
  days: PaidDay[]
  value: (day: PaidDay) => number
  words: (value: number) => string
  height: string
}

/** The bars are stretched to any width; what is written around them is not, and stays legible. */
function Bars({ title, days, value, words, height }: BarsProps) {
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
              {words(tick)}
            </span>
          ))}
        </div>
        <svg
          role="img"
          aria-label={`${title}，${days.length} 天，最多的一天 ${words(most)}；每天的数字在下面的表里`}
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
              <title>{`${day.day}：${words(value(day))}`}</title>
            </rect>
          ))}
        </svg>
        <p aria-hidden className="col-start-2 mt-1 flex justify-between">
          <span>{days[0]?.day.slice(5)}</span>
          <span>今天</span>
        </p>
      </div>
    </figure>
  )
}

function DayTable({ days }: { days: PaidDay[] }) {
  return (
    <details className="mt-4">
      <summary className="w-fit cursor-pointer py-1 text-accent underline underline-offset-2">
        每天的数字
      </summary>
      <table className="mt-2 w-full max-w-md text-sm tabular-nums">
        <caption className="sr-only">最近 {days.length} 天每天付款的订单和金额，最近的在前</caption>
        <thead>
          <tr className="border-b border-line text-muted">
            <th scope="col" className="py-1 text-left font-normal">
              日期
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              付款订单
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              收款
            </th>
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
