import { GATEWAY_BUTTON_SMALL } from '@/app/sandbox/pages/gateway-button'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { wordsIn } from '@/lib/language'
import { blankBytes } from '@/lib/sandbox/delivery/post-delivery'
import { deliveryState, isBeingSent } from '@/lib/sandbox/trade/describe-trade'
import type { FullTrade } from '@/lib/sandbox/trade/find-trade'
import { consoleWords } from '../console-words'
import { TradeState } from '../trade-state'
import { MovedTimes } from './moved-times'

/** The trade's notifications with their attempts: what a fault did, and what the shop answered. */
export async function DeliveryList({ deliveries }: Pick<FullTrade, 'deliveries'>) {
  const words = await wordsIn(consoleWords)
  return (
    <section aria-labelledby="deliveries-title" className="border border-gate-line bg-gate-card p-5">
      <h2 id="deliveries-title" className="font-semibold text-gate">
        {words.deliveries}
      </h2>
      <MovedTimes />
      {deliveries.length === 0 && <p className="mt-2 text-sm">{words.noDeliveries}</p>}
      <ul className="mt-3 space-y-4">
        {deliveries.map((delivery) => (
          <DeliveryItem key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </section>
  )
}

async function DeliveryItem({ delivery }: { delivery: FullTrade['deliveries'][number] }) {
  const words = await wordsIn(consoleWords)
  const told = new URLSearchParams(Buffer.from(delivery.body).toString())
  return (
    <li className="border-l-4 border-gate-line pl-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>
          <TradeState tradeStatus={told.get('trade_status')} refundStatus={told.get('refund_status')} />
        </span>
        <span>{isBeingSent(delivery) ? words.beingSent : words.deliveryStates[deliveryState(delivery)]}</span>
        {delivery.nextAttemptAt && !isBeingSent(delivery) && (
          <span className="text-muted tabular-nums">
            {words.nextAttempt(formatBeijingTime(delivery.nextAttemptAt))}
          </span>
        )}
      </p>
      <p className="break-all text-muted">
        {delivery.url} · notify_id {delivery.notifyId}
      </p>
      <ol className="mt-1">
        {delivery.attempts.map((attempt) => (
          <li key={attempt.id} className="[overflow-wrap:anywhere]">
            <span className="tabular-nums">{formatBeijingTime(attempt.at)}</span>
            {attempt.status !== null && ` HTTP ${attempt.status}`}{' '}
            <code translate="no">{attempt.body.slice(0, 200)}</code>
            <span className="ml-2 text-muted">{words.milliseconds(attempt.milliseconds)}</span>
            {blankBytes(attempt) > 0 && (
              <span className="ml-2 text-muted">{words.blankBytes(blankBytes(attempt) + 7)}</span>
            )}
            {attempt.fault && (
              <strong translate="no" className="ml-2 font-semibold text-gate-price">
                {words.fault(attempt.fault)}
              </strong>
            )}
          </li>
        ))}
      </ol>
      <form action={`/sandbox/api/deliveries/${delivery.id}/resend`} method="post" className="mt-1.5">
        <button className={GATEWAY_BUTTON_SMALL}>{words.resend}</button>
      </form>
    </li>
  )
}
