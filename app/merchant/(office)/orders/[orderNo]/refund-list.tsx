import { orderWords } from '@/app/(shop)/orders/order-words'
import { refundStateInWords } from '@/app/(shop)/orders/refund-state-in-words'
import { RefundSummary } from '@/app/(shop)/orders/refund-summary'
import { CopyNumber } from '@/app/ui/copy-number'
import { beijing, yuan } from '@/app/ui/format'
import { SubmitButton } from '@/app/ui/submit-button'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isRefund } from '@/lib/orders/refunds'
import { merchantOrderWords } from './merchant-order-words'

/** The refunds of an order of the open platform with their numbers, and why one was not made. */
export async function RefundList({ order }: { order: FullOrder }) {
  if (order.refunds.length === 0 && order.refundedFen === 0) return null
  const spoken = await language()
  const words = merchantOrderWords[spoken]
  return (
    <section aria-labelledby="refunds-title" className="card p-5">
      <h2 id="refunds-title" className="text-h3">
        {words.refunds}
      </h2>
      <RefundSummary order={order} />
      <ul className="mt-3 divide-y divide-line text-sm">
        {order.refunds.map((refund) => (
          <li key={refund.no} className="py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong className="font-medium tabular-nums">{yuan(refund.fen)}</strong>
              <span>{refundStateInWords(refund, spoken)}</span>
              <span className="text-muted tabular-nums sm:ml-auto">{beijing(refund.changedAt, spoken)}</span>
            </p>
            {refund.reason && (
              <p translate="no" className="[overflow-wrap:anywhere] text-muted">
                {refund.reason}
              </p>
            )}
            <p className="flex flex-wrap items-center gap-x-2 text-muted">
              {words.refundNo} <CopyNumber value={refund.no} />
            </p>
            <WhyNot refund={refund} orderNo={order.orderNo} />
          </li>
        ))}
      </ul>
    </section>
  )
}

async function WhyNot({ refund, orderNo }: { refund: FullOrder['refunds'][number]; orderNo: string }) {
  const spoken = await language()
  const words = merchantOrderWords[spoken]
  if (isRefund(refund, 'sent'))
    return (
      <form action={`/merchant/orders/${orderNo}/settle-refund`} method="post" className="mt-2">
        <p className="mb-2 max-w-prose">{words.refundUnsettled}</p>
        <input type="hidden" name="no" value={refund.no} />
        <SubmitButton className="button-plain">{words.askAgain}</SubmitButton>
      </form>
    )
  if (!refund.code) return null
  if (isRefund(refund, 'declined'))
    return (
      <p translate="no" className="[overflow-wrap:anywhere]">
        {refund.code}
      </p>
    )
  if (!isRefund(refund, 'refused')) return null
  const help = ownGateway().errorHelp(refund.code)
  const said = help ? [help.title[spoken], help.remedy[spoken]] : [words.unknownCode]
  return (
    <p className="[overflow-wrap:anywhere]">
      <code>{refund.code}</code>
      {orderWords[spoken].comma}
      {said.join(' ')}
    </p>
  )
}
