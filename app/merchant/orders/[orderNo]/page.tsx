import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MerchantFrame } from '@/app/merchant/merchant-frame'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { StateSection, TraceSection } from '@/app/orders/order-pictures'
import { EVENT_WORDS, stateInWords } from '@/app/orders/order-words'
import { beijing } from '@/app/ui/format'
import type { TracePictureProps } from '@/app/ui/trace-picture'
import { env } from '@/lib/env'
import { findFullOrder } from '@/lib/orders/merchant-order'
import { listCalls } from '@/lib/payments/gateway-calls'
import { listOrderLog } from '@/lib/payments/order-log'
import { CallList } from './call-list'
import { MessageList } from './message-list'
import { NoteForm } from './note-form'
import { OrderActions } from './order-actions'
import { OrderFacts } from './order-facts'
import { readOutcome } from './outcome'
import { OutcomeCard } from './outcome-card'
import { PaidLate } from './paid-late'
import { PriceDecision } from './price-decision'

export const metadata: Metadata = { title: '后台订单' }

/** Everything about one order, and what the merchant can do to it now. */
export default async function MerchantOrderPage({
  params,
  searchParams,
}: PageProps<'/merchant/orders/[orderNo]'>) {
  await requireMerchant()
  const { orderNo } = await params
  const order = await findFullOrder(orderNo)
  if (!order) notFound()
  const outcome = readOutcome(await searchParams)
  const [calls, messages] = await Promise.all([listCalls(order.orderNo), listOrderLog(order.orderNo)])
  return (
    <MerchantFrame>
      <p className="text-sm text-muted">
        订单 <span className="break-all tabular-nums">{order.orderNo}</span>
      </p>
      <h1 className="mt-1 text-2xl font-semibold">{stateInWords(order)}</h1>
      <p className="mt-1 text-sm text-muted">
        <code className="break-all">
          {[order.tradeStatus ?? '还没有交易状态', order.refundStatus].filter(Boolean).join(' + ')}
        </code>
      </p>
      {outcome && <OutcomeCard outcome={outcome} reason={whyUnanswered(calls)} />}
      {order.events.some(({ kind }) => kind === 'paid_late') && <PaidLate order={order} />}
      <PriceDecision order={order} />
      <OrderActions order={order} />
      <OrderFacts order={order} />
      <NoteForm order={order} />
      <section aria-labelledby="progress-title" className="mt-8">
        <h2 id="progress-title" className="text-lg font-medium">
          进度
        </h2>
        <ol className="mt-3 space-y-1">
          {order.events.map((event) => (
            <li key={event.kind} className="flex flex-wrap justify-between gap-x-4">
              <span>{EVENT_WORDS[event.kind] ?? event.kind}</span>
              <span className="text-sm text-muted tabular-nums">{beijing(event.createdAt)}</span>
            </li>
          ))}
        </ol>
      </section>
      <StateSection order={order} />
      <TraceSection orderNo={order.orderNo} hrefOf={placeOf} />
      <MessageList messages={messages} />
      <CallList calls={calls} charset={env().alipay.charset} />
    </MerchantFrame>
  )
}

/** A message has a page of its own, a call its place in the list below. */
const placeOf: TracePictureProps['hrefOf'] = ({ kind, id }) =>
  kind === 'notification' ? `/merchant/log/${id}` : `#call-${id}`

/** The latest call's reason why there was no answer, which stands in parentheses. */
function whyUnanswered(calls: { result: string | null }[]) {
  return /^\((.*)\)$/s.exec(calls.find(({ result }) => result !== null)?.result ?? '')?.[1]
}
