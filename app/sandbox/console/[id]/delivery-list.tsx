import { GATE_BUTTON_SMALL } from '@/app/sandbox/gate-button'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { deliveryState } from '@/lib/sandbox/describe-trade'
import type { FullTrade } from '@/lib/sandbox/find-trade'
import { DELIVERY_WORDS } from '../console-words'

/** The trade's notifications, each with what was tried, what a fault did to it, and what the shop answered. */
export function DeliveryList({ deliveries }: Pick<FullTrade, 'deliveries'>) {
  return (
    <section aria-labelledby="deliveries-title" className="border border-gate-line bg-gate-card p-5">
      <h2 id="deliveries-title" className="font-semibold text-gate">
        通知
      </h2>
      {deliveries.length === 0 && <p className="mt-2 text-sm">还没有通知。</p>}
      <ul className="mt-3 space-y-4">
        {deliveries.map((delivery) => (
          <DeliveryItem key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </section>
  )
}

function DeliveryItem({ delivery }: { delivery: FullTrade['deliveries'][number] }) {
  const told = new URLSearchParams(Buffer.from(delivery.body).toString())
  return (
    <li className="border-l-4 border-gate-line pl-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <code className="[overflow-wrap:anywhere]">
          {[told.get('trade_status'), told.get('refund_status')].filter(Boolean).join(' + ')}
        </code>
        <span>{DELIVERY_WORDS[deliveryState(delivery)]}</span>
        {delivery.nextAttemptAt && (
          <span className="text-muted tabular-nums">下一次 {formatBeijingTime(delivery.nextAttemptAt)}</span>
        )}
      </p>
      <p className="break-all text-muted">
        {delivery.url}，notify_id {delivery.notifyId}
      </p>
      <ol className="mt-1">
        {delivery.attempts.map((attempt) => (
          <li key={attempt.id} className="[overflow-wrap:anywhere]">
            <span className="tabular-nums">{formatBeijingTime(attempt.at)}</span>
            {attempt.status !== null && ` HTTP ${attempt.status}`} <code>{attempt.body.slice(0, 200)}</code>
            <span className="text-muted">（{attempt.milliseconds} 毫秒）</span>
            {attempt.fault && (
              <strong className="ml-1 font-semibold text-gate-price">故障 {attempt.fault}</strong>
            )}
          </li>
        ))}
      </ol>
      <form action={`/sandbox/api/deliveries/${delivery.id}/resend`} method="post" className="mt-1.5">
        <button className={GATE_BUTTON_SMALL}>再发一次</button>
      </form>
    </li>
  )
}
