import type { Metadata } from 'next'
import Link from 'next/link'
import { listBuyersOrders } from '@/lib/orders/find-orders'
import { currentBuyer } from '../current-buyer'
import { beijing, yuan } from '../ui/format'
import { ShopFrame } from '../ui/shop-frame'
import { stateInWords } from './order-words'
import { ReturnResult } from './return-result'

export const metadata: Metadata = { title: '我的订单' }

export default async function OrdersPage({ searchParams }: PageProps<'/orders'>) {
  const buyerId = await currentBuyer()
  const orders = buyerId ? await listBuyersOrders(buyerId) : []
  const { return: returnId } = await searchParams
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">我的订单</h1>
      {typeof returnId === 'string' && <ReturnResult id={returnId} />}
      {orders.length === 0 && (
        <p className="card mt-6 p-6">
          这个浏览器还没有下过单。
          <Link href="/" className="text-accent underline underline-offset-2">
            去货架看看
          </Link>
        </p>
      )}
      <ul className="mt-6 space-y-3">
        {orders.map((order) => (
          <li key={order.id} className="card">
            <Link
              href={`/orders/${order.orderNo}`}
              prefetch={false}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 p-4"
            >
              <span className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">{order.subject}</span>
              <span className="tabular-nums">{yuan(order.totalFen)}</span>
              <span className="w-full text-sm text-muted">
                {stateInWords(order)} · {beijing(order.createdAt)} ·{' '}
                <span className="break-all">{order.orderNo}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </ShopFrame>
  )
}
