import { beijing, yuan } from '@/app/ui/format'
import { EmptyState } from '@/app/ui/empty-state'
import { OrderBadge } from '@/app/ui/order-badge'
import { pageTitle } from '@/app/ui/page-title'
import { ProductPicture } from '@/app/ui/product-picture'
import { ShopLink } from '@/app/ui/shop-link'
import { orderSubject } from '@/lib/checkout/order-subject'
import type { Language } from '@/lib/dictionary'
import { language, wordsIn } from '@/lib/language'
import { listRefusedPayments } from '@/lib/messages/refused-payments'
import { type BuyersOrder, listBuyersOrders } from '@/lib/orders/find-orders'
import { isPayable } from '@/lib/orders/possible-actions'
import { doubtOf } from '@/lib/payments/payment-doubt'
import { currentBuyer } from '../account/current-buyer'
import { AgainForm } from './[orderNo]/again-form'
import { itemName } from './item-name'
import { orderPageWords } from './order-page-words'
import { ReturnResult } from './return-result'

export const generateMetadata = pageTitle(orderPageWords, 'orders')

/** The orders of the buyer, newest first, a page at a time. */
export default async function OrdersPage({ searchParams }: PageProps<'/orders'>) {
  const words = await wordsIn(orderPageWords)
  const { return: returnId, after } = await searchParams
  const cursor = typeof after === 'string' ? after : undefined
  const buyerId = await currentBuyer()
  const { rows, next } = buyerId ? await listBuyersOrders(buyerId, cursor) : { rows: [], next: null }
  const payments = await listRefusedPayments(rows.map(({ orderNo }) => orderNo))
  const refused = new Set(payments.map(({ orderNo }) => orderNo))
  const result = typeof returnId === 'string' && <ReturnResult id={returnId} />
  if (rows.length === 0 && !cursor)
    return (
      <>
        {result}
        <EmptyState picture="longjing.svg" title={words.noOrders} text={words.noOrdersText}>
          <ShopLink href="/" className="button">
            {words.toShelf}
          </ShopLink>
          <ShopLink href="/account" className="button-plain">
            {words.toAccount}
          </ShopLink>
        </EmptyState>
      </>
    )
  return (
    <div className="mx-auto max-w-4xl">
      <h1>{words.orders}</h1>
      {result}
      <ul className="mt-6 grid gap-4">
        {rows.map((order) => (
          <OrderRow key={order.id} order={order} isRefused={!order.paidAt && refused.has(order.orderNo)} />
        ))}
      </ul>
      <p className="mt-6 flex flex-wrap gap-3 empty:hidden">
        {next && (
          <ShopLink href={`/orders?after=${next}`} className="button-plain">
            {words.olderOrders}
          </ShopLink>
        )}
        {cursor && (
          <ShopLink href="/orders" className="button-text">
            {words.latestOrders}
          </ShopLink>
        )}
      </p>
    </div>
  )
}

/** The order's subject, in English composed again from the English names of its goods. */
function titleOf({ subject, items }: BuyersOrder, spoken: Language): string {
  const named = items.map((item) => ({ name: itemName(item, spoken), quantity: item.quantity }))
  return named.some(({ name }, index) => name !== items[index]?.name) ? orderSubject(named, spoken) : subject
}

async function OrderRow({ order, isRefused }: { order: BuyersOrder; isRefused: boolean }) {
  const spoken = await language()
  const words = orderPageWords[spoken]
  const { orderNo, items, stage, createdAt, paidFen, totalFen } = order
  const path = `/orders/${orderNo}`
  const title = titleOf(order, spoken)
  const canPay = isPayable(order) && !isRefused
  const action = canPay ? words.toPay : stage === 'shipped' ? words.toConfirm : undefined
  return (
    <li className="card">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 text-sm text-muted sm:px-5">
        <span className="tabular-nums">{beijing(createdAt, spoken)}</span>
        <OrderBadge order={order} />
      </div>
      <ShopLink href={path} className="group/order flex items-start gap-4 p-4 sm:px-5">
        <span className="flex gap-2">
          {items.slice(0, 3).map(({ id, name, product }, index) => (
            <ProductPicture
              key={id}
              src={product?.picture ?? ''}
              name={name}
              className={`w-16 shrink-0 sm:w-20 ${index > 0 ? 'max-sm:hidden' : ''}`}
            />
          ))}
        </span>
        <span className="grid min-w-0 flex-1 gap-x-6 gap-y-0.5 sm:grid-cols-[1fr_auto]">
          <span className="font-semibold [overflow-wrap:anywhere] group-hover/order:text-accent">
            {title}
          </span>
          <span className="figures font-semibold sm:text-right">{yuan(paidFen ?? totalFen)}</span>
          <span className="text-tiny text-muted tabular-nums [overflow-wrap:anywhere] sm:col-span-2">
            {orderNo}
          </span>
          {isRefused ? (
            <span className="text-sm text-warn sm:col-span-2">{words.refusedPayment.title}</span>
          ) : (
            doubtOf(order) !== 'none' && (
              <span className="text-sm text-warn sm:col-span-2">{words.perhapsPaid}</span>
            )
          )}
        </span>
      </ShopLink>
      <div className="flex flex-wrap items-center justify-end gap-2 px-4 pb-4 sm:px-5">
        {!isPayable(order) && <AgainForm orderNo={orderNo} className="button-plain button-small" isNamed />}
        <ShopLink
          href={path}
          aria-label={words.of(action ?? words.seeOrder, orderNo)}
          className={`${action ? 'button' : 'button-plain'} button-small`}
        >
          {action ?? words.seeOrder}
        </ShopLink>
      </div>
    </li>
  )
}
