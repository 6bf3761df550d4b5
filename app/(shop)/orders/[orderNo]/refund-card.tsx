import { Field } from '@/app/ui/field'
import { yuan } from '@/app/ui/format'
import { SubmitButton } from '@/app/ui/submit-button'
import { formatYuan } from '@/lib/alipay/money'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { finishedAt, isRefund, mayAsk, REASON_CHARACTERS, refundableFen } from '@/lib/orders/refunds'
import { isOpen } from '@/lib/orders/transitions'
import { orderPageWords } from '../order-page-words'
import { RefundSummary } from '../refund-summary'
import { refundStateInWords } from '../refund-state-in-words'
import type { TypedRefund } from './typed-refund'

interface RefundCardProps {
  order: FullOrder
  /** What was typed into a form that was not accepted. */
  typed: TypedRefund | undefined
}

/** The refunds of an order, and where the buyer may ask for one, the form for that. */
export async function RefundCard({ order, typed }: RefundCardProps) {
  if (!isOpen(order)) return null
  const isAskable = mayAsk(order, order.refunds, finishedAt(order.events), new Date())
  if (!isAskable && !typed && order.refunds.length === 0 && order.refundedFen === 0) return null
  const spoken = await language()
  const words = orderPageWords[spoken].refund
  const most = formatYuan(refundableFen(order))
  return (
    <section id="refund" aria-labelledby="refund-title" className="card p-5 sm:p-6">
      <h2 id="refund-title">{words.title}</h2>
      <RefundSummary order={order} />
      {order.refunds.length > 0 && (
        <ul className="mt-3 divide-y divide-line">
          {order.refunds.map((refund) => (
            <li key={refund.no} className="py-2">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="tabular-nums">{yuan(refund.fen)}</span>
                <span>{refundStateInWords(refund, spoken)}</span>
              </p>
              <p className="text-sm text-muted [overflow-wrap:anywhere]" translate="no">
                {refund.reason}
              </p>
              {isRefund(refund, 'declined') && refund.code && (
                <p className="text-sm [overflow-wrap:anywhere]">
                  {words.answer}
                  <span translate="no">{refund.code}</span>
                </p>
              )}
              {isRefund(refund, 'refused') && <p className="text-sm">{words.notMade}</p>}
            </li>
          ))}
        </ul>
      )}
      {typed && (
        <p role="alert" className="mt-3 text-bad">
          {isAskable && typed.isWrong ? words.wrong(most) : words.gone}
        </p>
      )}
      {isAskable && (
        <details className="mt-4" open={typed !== undefined}>
          <summary className="link cursor-pointer">{words.ask}</summary>
          <form
            action={`/orders/${order.orderNo}/ask-refund`}
            method="post"
            className="mt-3 flex flex-col gap-4"
          >
            <Field
              name="amount"
              label={words.amount(most)}
              required
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              defaultValue={typed?.amount ?? most}
            />
            <Field
              name="reason"
              label={words.reason}
              required
              rows={2}
              maxLength={REASON_CHARACTERS}
              defaultValue={typed?.reason}
            />
            <SubmitButton className="button-plain self-start" pending={words.sending}>
              {words.ask}
            </SubmitButton>
          </form>
        </details>
      )}
    </section>
  )
}
