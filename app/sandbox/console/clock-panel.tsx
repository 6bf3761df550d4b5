import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { language } from '@/lib/language'
import { aheadMs, now } from '@/lib/sandbox/clock'
import { nextEvent } from '@/lib/sandbox/scheduler'
import { GATEWAY_BUTTON_SMALL } from '../pages/gateway-button'
import { consoleWords } from './console-words'
import { timeoutInWords } from './trade-words'

/** The sandbox's time, and forms that move it. */
export async function ClockPanel() {
  const [time, ahead, next, spoken] = await Promise.all([now(), aheadMs(), nextEvent(), language()])
  const words = consoleWords[spoken]
  return (
    <section aria-labelledby="clock-title" className="border border-gate-line bg-gate-card p-5">
      <h2 id="clock-title" className="font-normal">
        {words.time} <strong className="ml-1 tabular-nums">{formatBeijingTime(time)}</strong>
        {ahead > 0 && (
          <span className="ml-2 text-sm text-muted">{words.aheadBy(...daysHoursMinutes(ahead))}</span>
        )}
      </h2>
      <p className="mt-1 text-sm text-muted [overflow-wrap:anywhere]">
        {next
          ? words.nextEvent(
              formatBeijingTime(next.at),
              next.trade,
              next.kind === 'timeout' ? timeoutInWords(next.what, spoken) : words.delivery,
            )
          : words.noEvent}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {next && (
          <form action="/sandbox/api/clock" method="post">
            <button name="to" value="next-event" className={GATEWAY_BUTTON_SMALL}>
              {words.toNextEvent}
            </button>
          </form>
        )}
        {Object.entries(words.durations).map(([advance, label]) => (
          <form key={advance} action="/sandbox/api/clock" method="post">
            <button name="advance" value={advance} className={GATEWAY_BUTTON_SMALL}>
              {words.ahead(label)}
            </button>
          </form>
        ))}
      </div>
    </section>
  )
}

/** A duration in whole days, hours and minutes. */
function daysHoursMinutes(ms: number): [days: number, hours: number, minutes: number] {
  const minutes = Math.round(ms / 60_000)
  return [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60]
}
