import type { Metadata } from 'next'
import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { Field } from '@/app/ui/field'
import { wordsIn } from '@/lib/language'
import { countOrders, MOST_COUNTED, ORDER_FILTERS, searchOrders } from '@/lib/orders/search-orders'
import { orderListWords } from './order-list-words'
import { readOrderSearch, orderSearchPath } from './order-search'
import { OrderTable } from './order-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(orderListWords)).title }
}

const count = (orders: number) => (orders > MOST_COUNTED ? `${MOST_COUNTED}+` : String(orders))

/** All orders, newest first, with filters and a search. */
export default async function MerchantOrdersPage({ searchParams }: PageProps<'/merchant/orders'>) {
  await requireMerchant()
  const words = await wordsIn(orderListWords)
  const query = await searchParams
  const search = readOrderSearch(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const [counts, { rows: orders, next }] = await Promise.all([countOrders(), searchOrders(search, after)])
  return (
    <>
      <h1 className="text-2xl font-semibold">{words.orders}</h1>
      <form action="/merchant/orders" role="search" className="mt-4 flex flex-wrap gap-2">
        {search.filter !== 'all' && <input type="hidden" name="filter" value={search.filter} />}
        <Field
          name="q"
          type="search"
          label={words.searchHint}
          isLabelHidden
          defaultValue={search.text}
          maxLength={256}
          placeholder={words.searchHint}
          className="min-w-0 flex-1 basis-64"
        />
        <button className="button">{words.search}</button>
      </form>
      <nav aria-label={words.filters} className="mt-4 flex flex-wrap gap-2 text-sm">
        {ORDER_FILTERS.map((filter) => (
          <Link
            key={filter}
            href={orderSearchPath('/merchant/orders', { ...search, filter })}
            prefetch={false}
            aria-current={filter === search.filter ? 'page' : undefined}
            className="rounded-full border border-line bg-card px-3 py-1.5 hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent"
          >
            {words.filter[filter]} <span className="tabular-nums">{count(counts[filter])}</span>
          </Link>
        ))}
      </nav>
      {orders.length === 0 ? (
        <p className="card mt-6 p-6">
          {search.text || search.filter !== 'all' ? words.notFound : words.none}{' '}
          {(search.text || search.filter !== 'all' || after) && (
            <Link
              href="/merchant/orders"
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              {words.seeAll}
            </Link>
          )}
        </p>
      ) : (
        <OrderTable orders={orders} />
      )}
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {after && (
          <Link href={orderSearchPath('/merchant/orders', search)} prefetch={false} className={LINK}>
            {words.firstPage}
          </Link>
        )}
        {next && (
          <Link href={orderSearchPath('/merchant/orders', search, next)} prefetch={false} className={LINK}>
            {words.nextPage}
          </Link>
        )}
        {orders.length > 0 && (
          <a href={orderSearchPath('/merchant/orders.csv', search)} className={`ml-auto ${LINK}`}>
            {words.exportFound}
          </a>
        )}
      </p>
    </>
  )
}

const LINK = 'text-accent underline underline-offset-2'
