import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentBuyer } from '@/app/current-buyer'
import { beijing, yuan } from '@/app/ui/format'
import { ShopFrame } from '@/app/ui/shop-frame'
import { findBuyersOrder } from '@/lib/orders/find-orders'
import { isPayable } from '@/lib/payments/start-payment'
import { AutoRefresh } from '../auto-refresh'
import { MessageLog } from '../message-log'
import { OrderPictures } from '../order-pictures'
import { EVENT_WORDS, stateInWords } from '../order-words'
import { NextStepCard } from '../next-step-card'
import { ReturnResult } from '../return-result'
import { Receiver } from './receiver'

export const metadata: Metadata = { title: '订单' }

/** An order as the database knows it, whatever an address or a gateway page claims. */
export default async function OrderPage({ params, searchParams }: PageProps<'/orders/[orderNo]'>) {
  const { orderNo } = await params
  const buyerId = await currentBuyer()
  const order = buyerId ? await findBuyersOrder(buyerId, orderNo) : null
  if (!order) notFound()
  const { return: returnId } = await searchParams
  const payable = isPayable(order)
  return (
    <ShopFrame>
      {payable && <AutoRefresh />}
      <p className="text-sm text-muted">
        订单 <span className="break-all tabular-nums">{order.orderNo}</span>
      </p>
      <h1 className="mt-1 text-2xl font-semibold">{stateInWords(order)}</h1>
      <NextStepCard order={order} />
      {typeof returnId === 'string' && <ReturnResult id={returnId} />}
      <section aria-label="订单内容" className="card mt-6 p-5">
        <ul className="space-y-1">
          {order.items.map((item) => (
            <li key={item.id} className="flex justify-between gap-4">
              <span className="[overflow-wrap:anywhere]">
                {item.name} × {item.quantity}
              </span>
              <span className="tabular-nums">{yuan(item.priceFen * item.quantity)}</span>
            </li>
          ))}
          <li className="flex justify-between gap-4 text-muted">
            <span>{order.postagePayer === 'BUYER' ? '运费（买家承担）' : '运费（卖家承担）'}</span>
            <span className="tabular-nums">
              {yuan(order.postagePayer === 'BUYER' ? order.postageFen : 0)}
            </span>
          </li>
        </ul>
        <p className="mt-3 flex justify-between border-t border-line pt-3 text-lg font-semibold">
          <span>合计</span>
          <span className="tabular-nums">{yuan(order.totalFen)}</span>
        </p>
        {order.paidFen !== null && order.paidFen !== order.totalFen && (
          <p className="mt-1 flex justify-between">
            <span>实付（付款时换了配送方式，或卖家改了价）</span>
            <span className="tabular-nums">{yuan(order.paidFen)}</span>
          </p>
        )}
        <Receiver order={order} />
        {order.body && <p className="mt-3 text-sm text-muted [overflow-wrap:anywhere]">{order.body}</p>}
        {payable && (
          <form action="/api/alipay/alipayto" method="post" className="mt-5">
            <input type="hidden" name="orderNo" value={order.orderNo} />
            <button className="button w-full sm:w-auto">去支付宝付款</button>
          </form>
        )}
      </section>
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
        {order.tradeNo && (
          <dl className="mt-4 grid grid-cols-[6.5rem_1fr] gap-y-1 text-sm">
            <dt className="text-muted">支付宝交易号</dt>
            <dd className="break-all tabular-nums">{order.tradeNo}</dd>
            <dt className="text-muted">买家账号</dt>
            <dd className="break-all">{order.buyerEmail ?? '—'}</dd>
            <dt className="text-muted">付款时间</dt>
            <dd>{order.paidAt ? beijing(order.paidAt) : '—'}</dd>
            {order.logisticsName && (
              <>
                <dt className="text-muted">物流</dt>
                <dd className="break-all">
                  {[order.logisticsName, order.invoiceNo].filter(Boolean).join('，运单号 ')}
                </dd>
              </>
            )}
          </dl>
        )}
      </section>
      <OrderPictures order={order} />
      <MessageLog orderNo={order.orderNo} />
    </ShopFrame>
  )
}
