import Link from 'next/link'
import { readFlash } from '@/app/forms/flash'
import { RefusedPayments } from '@/app/merchant/(office)/refused-payments'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { StateSection, TraceSection } from '@/app/(shop)/orders/order-pictures'
import { stateInWords } from '@/app/(shop)/orders/order-words'
import { Progress } from '@/app/(shop)/orders/progress'
import type { TracePictureProps } from '@/app/ui/trace-picture'
import { CopyNumber } from '@/app/ui/copy-number'
import { OrderBadge } from '@/app/ui/order-badge'
import { pageTitle } from '@/app/ui/page-title'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { findFullOrder } from '@/lib/orders/find-orders'
import { listCalls } from '@/lib/payments/call-gateway'
import { listOrderLog } from '@/lib/messages/message-log'
import { listRefusedPayments } from '@/lib/messages/refused-payments'
import { MissingInOffice } from '../../missing-in-office'
import { CallList } from './call-list'
import { DeliveryFacts } from './delivery-facts'
import { GoodsFacts } from './goods-facts'
import { merchantOrderWords } from './merchant-order-words'
import { MessageList } from './message-list'
import { NoteForm } from './note-form'
import { OrderActions } from './order-actions'
import { readOutcome } from './outcome'
import { OutcomeCard } from './outcome-card'
import { AskedRefund } from './asked-refund'
import { PaidLate } from './paid-late'
import { PriceDecision } from './price-decision'
import { RefundList } from './refund-list'
import { TradeFacts } from './trade-facts'
import { TypedShipment } from './typed-shipment'

export const generateMetadata = pageTitle(merchantOrderWords, 'title')

export default async function MerchantOrderPage({
  params,
  searchParams,
}: PageProps<'/merchant/orders/[orderNo]'>) {
  await requireMerchant()
  const { orderNo } = await params
  const order = await findFullOrder(orderNo)
  if (!order) return <MissingInOffice />
  const query = await searchParams
  const outcome = readOutcome(query)
  const typed = await readFlash(query, TypedShipment)
  const [calls, messages, payments] = await Promise.all([
    listCalls(order.orderNo),
    listOrderLog(order.orderNo),
    listRefusedPayments([order.orderNo]),
  ])
  const spoken = await language()
  const words = merchantOrderWords[spoken]
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <Link href="/merchant/orders" prefetch={false} className="link py-1">
          {words.order}
        </Link>
        <CopyNumber value={order.orderNo} />
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1>{stateInWords(order, spoken)}</h1>
        <OrderBadge order={order} />
      </div>
      <p className="mt-1 text-tiny text-muted">
        <code className="break-all">
          {[order.tradeStatus ?? words.noTradeStatus, order.refundStatus].filter(Boolean).join(' + ')}
        </code>
      </p>
      {outcome && (
        <OutcomeCard outcome={outcome} call={calls.find(({ id }) => id === outcome.call)} order={order} />
      )}
      <AskedRefund order={order} />
      {order.events.some(({ kind }) => kind === 'paid_late') && <PaidLate order={order} />}
      <RefusedPayments payments={payments} />
      <PriceDecision order={order} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="min-w-0 space-y-6">
          <OrderActions order={order} hasRefusedPayment={payments.length > 0} typed={typed} />
          <RefundList order={order} />
          <GoodsFacts order={order} />
        </div>
        <div className="min-w-0 space-y-6">
          <DeliveryFacts order={order} />
          <TradeFacts order={order} />
          <NoteForm order={order} />
          <Progress events={order.events} />
        </div>
      </div>
      <StateSection order={order} />
      <TraceSection orderNo={order.orderNo} hrefOf={placeOf} />
      <MessageList messages={messages} />
      <CallList calls={calls} charset={ownGateway().charset} />
    </>
  )
}

/** A message has its own page, a call has its place in the list below. */
const placeOf: TracePictureProps['hrefOf'] = ({ kind, id }) =>
  kind === 'notification' ? `/merchant/log/${id}` : `#call-${id}`
