import type { Metadata } from 'next'
import { after } from 'next/server'
import { readFlash } from '@/app/forms/flash'
import { badgeState } from '@/app/ui/order-badge'
import { ShopLink } from '@/app/ui/shop-link'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language, wordsIn } from '@/lib/language'
import { hasRefusedPayment } from '@/lib/messages/refused-payments'
import { isPayable } from '@/lib/orders/possible-actions'
import { shippedTo } from '@/lib/orders/shipped-to'
import { askIfPaid } from '@/lib/payments/ask-if-paid'
import { AutoRefresh } from '../auto-refresh'
import { findOwnOrder } from '../find-own-order'
import { isTestGateway } from '../is-test-gateway'
import { MessageLog } from '../message-log'
import { NextStepCard } from '../next-step-card'
import { orderHeading } from '../order-heading'
import { orderPageWords } from '../order-page-words'
import { OrderPictures } from '../order-pictures'
import { OrderProgress } from '../order-progress'
import { PaidMoment } from '../paid-moment'
import { Progress } from '../progress'
import { ProtocolFold } from '../protocol-fold'
import { Receiver } from '../receiver'
import { ReturnResult } from '../return-result'
import { AgainForm } from './again-form'
import { MissingOrder } from './missing-order'
import { OrderCard } from './order-card'
import { OrderInfo } from './order-info'
import { ReceiveCard } from './receive-card'
import { RefundCard } from './refund-card'
import { TrackingCard } from './tracking-card'
import { TypedRefund } from './typed-refund'

type Props = PageProps<'/orders/[orderNo]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await wordsIn(orderPageWords)
  return { title: (await findOwnOrder((await params).orderNo)) ? words.order : words.notFound.title }
}

/** An order as the database knows it; nothing is taken from the address but that the buyer comes back from the cashier. */
export default async function OrderPage({ params, searchParams }: Props) {
  const { orderNo } = await params
  const order = await findOwnOrder(orderNo)
  if (!order) return <MissingOrder />
  // who scans a code does not come back to this page, so it asks by itself, at most once in some seconds
  if (order.qrCode && isPayable(order)) after(() => askIfPaid(order, ownGateway()))
  const query = await searchParams
  const { return: returnId } = query
  const isRefused = !order.paidAt && (await hasRefusedPayment(order.orderNo))
  const spoken = await language()
  const words = orderPageWords[spoken]
  const isJustPaid = typeof returnId === 'string' && badgeState(order) === 'paid'
  const nextStep = <NextStepCard order={order} hasRefusedPayment={isRefused} />
  return (
    <>
      {isPayable(order) && <AutoRefresh />}
      {isJustPaid ? (
        <PaidMoment order={order} />
      ) : (
        <>
          <h1>{isRefused ? words.refusedPayment.title : orderHeading(order, spoken)}</h1>
          {nextStep}
          <ReceiveCard order={order} />
        </>
      )}
      <OrderProgress order={order} />
      <div className="mt-8 grid items-start gap-4 md:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)] md:gap-6">
        <div className="grid min-w-0 gap-4">
          <OrderCard order={order} />
          <TrackingCard order={order} />
          <RefundCard order={order} typed={await readFlash(query, TypedRefund)} />
        </div>
        <div className="grid min-w-0 gap-4">
          {shippedTo(order).receiver && (
            <section aria-labelledby="receiver-title" className="card p-5 sm:p-6">
              <h2 id="receiver-title" className="mb-3">
                {words.receiverTitle}
              </h2>
              <Receiver order={order} />
            </section>
          )}
          <OrderInfo order={order} />
          <section aria-labelledby="help-title" className="card p-5 sm:p-6 print:hidden">
            <h2 id="help-title">{words.help}</h2>
            {isJustPaid && nextStep}
            <div className="mt-4 flex flex-wrap gap-3">
              {!isPayable(order) && (
                <AgainForm orderNo={order.orderNo} className="button-plain button-small" />
              )}
              <ShopLink href="/contact" className="button-text button-small">
                {words.contact}
              </ShopLink>
            </div>
          </section>
        </div>
      </div>
      {isTestGateway() && (
        <ProtocolFold>
          {typeof returnId === 'string' && <ReturnResult id={returnId} orderNo={order.orderNo} />}
          <div className="mt-8">
            <Progress events={order.events} />
          </div>
          <OrderPictures order={order} />
          <MessageLog orderNo={order.orderNo} />
        </ProtocolFold>
      )}
    </>
  )
}
