import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { readFlash } from '@/app/forms/flash'
import { pageTitle } from '@/app/ui/page-title'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { hasRefusedPayment } from '@/lib/messages/refused-payments'
import { isPayable } from '@/lib/orders/possible-actions'
import { askIfPaid } from '@/lib/payments/ask-if-paid'
import { AutoRefresh } from '../auto-refresh'
import { findOwnOrder } from '../find-own-order'
import { MessageLog } from '../message-log'
import { NextStepCard } from '../next-step-card'
import { orderPageWords } from '../order-page-words'
import { OrderPictures } from '../order-pictures'
import { stateInWords } from '../order-words'
import { Progress } from '../progress'
import { ReturnResult } from '../return-result'
import { OrderCard } from './order-card'
import { ReceiveCard } from './receive-card'
import { RefundCard } from './refund-card'
import { TradeFacts } from './trade-facts'
import { TypedRefund } from './typed-refund'

export const generateMetadata = pageTitle(orderPageWords, 'order')

/** An order as the database knows it; nothing is taken from the address. */
export default async function OrderPage({ params, searchParams }: PageProps<'/orders/[orderNo]'>) {
  const { orderNo } = await params
  const order = await findOwnOrder(orderNo)
  if (!order) notFound()
  // who scans a code does not come back to this page, so it asks by itself, at most once in some seconds
  if (order.qrCode && isPayable(order)) after(() => askIfPaid(order, ownGateway()))
  const query = await searchParams
  const { return: returnId } = query
  const isRefused = !order.paidAt && (await hasRefusedPayment(order.orderNo))
  const spoken = await language()
  const words = orderPageWords[spoken]
  return (
    <>
      {isPayable(order) && <AutoRefresh />}
      <p className="text-sm text-muted">
        {words.order} <span className="break-all tabular-nums">{order.orderNo}</span>
      </p>
      <h1 className="mt-1 text-2xl font-semibold">
        {isRefused ? words.refusedPayment.title : stateInWords(order, spoken)}
      </h1>
      <NextStepCard order={order} hasRefusedPayment={isRefused} />
      <ReceiveCard order={order} />
      {typeof returnId === 'string' && <ReturnResult id={returnId} orderNo={order.orderNo} />}
      <div className="mt-8 grid items-start gap-x-8 gap-y-8 md:grid-cols-[1fr_17rem]">
        <OrderCard order={order} />
        <Progress events={order.events}>
          <TradeFacts order={order} />
        </Progress>
      </div>
      <RefundCard order={order} typed={await readFlash(query, TypedRefund)} />
      <p className="mt-12 border-t border-line pt-6 text-sm text-muted">{words.behind}</p>
      <OrderPictures order={order} />
      <MessageLog orderNo={order.orderNo} />
    </>
  )
}
