import type { Metadata } from 'next'
import Link from 'next/link'
import { countOrders, MOST_COUNTED, ORDER_FILTERS, searchOrders } from '@/lib/orders/search-orders'
import { MerchantFrame } from '../merchant-frame'
import { FILTER_WORDS, readSearch, searchPath } from '../order-search'
import { OrderTable } from './order-table'
import { requireMerchant } from '../require-merchant'

export const metadata: Metadata = { title: '后台订单' }

const count = (orders: number) => (orders > MOST_COUNTED ? `${MOST_COUNTED}+` : String(orders))

/** Every order of the shop, newest first, by filters and a search. */
export default async function MerchantOrdersPage({ searchParams }: PageProps<'/merchant/orders'>) {
  await requireMerchant()
  const query = await searchParams
  const search = readSearch(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const [counts, { orders, next }] = await Promise.all([countOrders(), searchOrders(search, after)])
  return (
    <MerchantFrame>
      <h1 className="text-2xl font-semibold">订单</h1>
      <form action="/merchant/orders" role="search" className="mt-4 flex flex-wrap gap-2">
        {search.filter !== 'all' && <input type="hidden" name="filter" value={search.filter} />}
        <input
          name="q"
          type="search"
          defaultValue={search.text}
          maxLength={256}
          aria-label="订单号、交易号、买家账号或商品名称"
          placeholder="订单号、交易号、买家账号或商品名称"
          className="field min-w-0 flex-1 basis-64"
        />
        <button className="button">搜索</button>
      </form>
      <nav aria-label="筛选" className="mt-4 flex flex-wrap gap-2 text-sm">
        {ORDER_FILTERS.map((filter) => (
          <Link
            key={filter}
            href={searchPath('/merchant/orders', { ...search, filter })}
            prefetch={false}
            aria-current={filter === search.filter ? 'page' : undefined}
            className="rounded-full border border-line bg-card px-3 py-1.5 hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent"
          >
            {FILTER_WORDS[filter]} <span className="tabular-nums">{count(counts[filter])}</span>
          </Link>
        ))}
      </nav>
      {orders.length === 0 ? (
        <p className="card mt-6 p-6">
          {search.text || search.filter !== 'all' ? '没有找到这样的订单。' : '还没有订单。'}
          {(search.text || search.filter !== 'all' || after) && (
            <Link
              href="/merchant/orders"
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              看全部订单
            </Link>
          )}
        </p>
      ) : (
        <OrderTable orders={orders} />
      )}
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {after && (
          <Link href={searchPath('/merchant/orders', search)} prefetch={false} className={LINK}>
            回到第一页
          </Link>
        )}
        {next && (
          <Link href={searchPath('/merchant/orders', search, next)} prefetch={false} className={LINK}>
            下一页
          </Link>
        )}
        {orders.length > 0 && (
          <a href={searchPath('/merchant/orders.csv', search)} className={`ml-auto ${LINK}`}>
            导出找到的订单（CSV）
          </a>
        )}
      </p>
    </MerchantFrame>
  )
}

const LINK = 'text-accent underline underline-offset-2'
