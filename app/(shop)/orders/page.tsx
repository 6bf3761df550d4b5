import Link from 'next/link'
import { beijing, yuan } from '@/app/ui/format'
import { pageTitle } from '@/app/ui/page-title'
import { ProductPicture } from '@/app/ui/product-picture'
import { orderSubject } from '@/lib/checkout/order-subject'
import type { Language } from '@/lib/dictionary'
import { language, wordsIn } from '@/lib/language'
import { listRefusedPayments } from '@/lib/messages/refused-payments'
import { listBuyersOrders } from '@/lib/orders/find-orders'
import { doubtOf } from '@/lib/payments/payment-doubt'
import { isPayable } from '@/lib/orders/possible-actions'
import { currentBuyer } from '../account/current-buyer'
import { itemName } from './item-name'
import { orderPageWords } from './order-page-words'
import { stateInWords } from './order-words'
import { ReturnResult } from './return-result'

export const generateMetadata = pageTitle(orderPageWords, 'orders')

/** The orders of the buyer, newest first. */
export default async function OrdersPage({ searchParams }: PageProps<'/orders'>) {
  const words = await wordsIn(orderPageWords)
  const buyerId = await currentBuyer()
  const orders = buyerId ? await listBuyersOrders(buyerId) : []
  const { return: returnId } = await searchParams
  const payments = await listRefusedPayments(orders.map(({ orderNo }) => orderNo))
  const refused = new Set(payments.map(({ orderNo }) => orderNo))
  return (
    <>
      <h1 className="text-2xl font-semibold">{words.orders}</h1>
      {typeof returnId === 'string' && <ReturnResult id={returnId} />}
      {orders.length === 0 ? (
        <div className="card mt-6 flex flex-col items-center gap-5 px-6 py-14 text-center">
          <p className="text-muted">{words.noOrders}</p>
          <Link href="/" className="button">
            {words.toShelf}
          </Link>
        </div>
      ) : (
        <ul className="card mt-6 divide-y divide-line">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} isRefused={!order.paidAt && refused.has(order.orderNo)} />
          ))}
        </ul>
      )}
    </>
  )
}

type ListedOrder = Awaited<ReturnType<typeof listBuyersOrders>>[number]

/** The order's subject, in English composed again from the English names of its goods. */
function titleOf({ subject, items }: ListedOrder, spoken: Language): string {
  const named = items.map((item) => ({ name: itemName(item, spoken), quantity: item.quantity }))
  return named.some(({ name }, index) => name !== items[index]?.name) ? orderSubject(named, spoken) : subject
}

async function OrderRow({ order, isRefused }: { order: ListedOrder; isRefused: boolean }) {
  const spoken = await language()
  const words = orderPageWords[spoken]
  const [first] = order.items
  return (
    <li>
      <Link
        href={`/orders/${order.orderNo}`}
        prefetch={false}
        className="flex items-start gap-4 p-4 hover:bg-paper"
      >
        <ProductPicture src={first?.product?.picture ?? ''} className="w-16 shrink-0" />
        <span className="grid min-w-0 flex-1 gap-x-6 gap-y-0.5 sm:grid-cols-[1fr_auto]">
          <span className="[overflow-wrap:anywhere]">{titleOf(order, spoken)}</span>
          <span className="font-medium tabular-nums sm:text-right">{yuan(order.totalFen)}</span>
          <span className="text-sm text-muted tabular-nums [overflow-wrap:anywhere]">
            {beijing(order.createdAt, spoken)}
            <span className="block">{order.orderNo}</span>
          </span>
          <span
            className={`text-sm sm:max-w-56 sm:text-right ${isPayable(order) ? 'font-medium text-warn' : 'text-muted'}`}
          >
            {isRefused ? words.refusedPayment.title : stateInWords(order, spoken)}
            {!isRefused && doubtOf(order) !== 'none' && (
              <span className="block font-normal">{words.perhapsPaid}</span>
            )}
          </span>
        </span>
      </Link>
    </li>
  )
}
