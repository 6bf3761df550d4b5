import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { now } from '@/lib/sandbox/clock'
import { nextEvent } from '@/lib/sandbox/clockwork'
import { GATE_BUTTON_SMALL } from '../gate-button'
import { timeoutInWords } from './console-words'

const ADVANCES = [
  ['1m', '1 分钟'],
  ['2m', '2 分钟'],
  ['1h', '1 小时'],
  ['25h', '25 小时'],
  ['7d', '7 天'],
] as const

/** The sandbox's time, and its hands. */
export async function ClockPanel() {
  const [time, next] = await Promise.all([now(), nextEvent()])
  return (
    <section aria-labelledby="clock-title" className="border border-gate-line bg-gate-card p-5">
      <h2 id="clock-title">
        沙箱时间（北京）<strong className="ml-1 tabular-nums">{formatBeijingTime(time)}</strong>
      </h2>
      <p className="mt-1 text-sm text-muted [overflow-wrap:anywhere]">
        {next
          ? `下一个事件 ${formatBeijingTime(next.at)}，交易 ${next.trade}：` +
            (next.kind === 'timeout' ? timeoutInWords(next.what) : '发送通知')
          : '没有等待中的通知，也没有到期的事。'}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {next && (
          <form action="/sandbox/api/clock" method="post">
            <button name="to" value="next-event" className={GATE_BUTTON_SMALL}>
              拨到下一个事件
            </button>
          </form>
        )}
        {ADVANCES.map(([advance, label]) => (
          <form key={advance} action="/sandbox/api/clock" method="post">
            <button name="advance" value={advance} className={GATE_BUTTON_SMALL}>
              拨快 {label}
            </button>
          </form>
        ))}
      </div>
    </section>
  )
}
