import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { countOrders, searchOrders } from '@/lib/orders/search-orders'
import { PageLinks } from '../list-links'
import { searchFields, searchPath } from '../list-search'
import { orderListWords } from './order-list-words'
import { readOrderSearch } from './order-search'
import { OrderSearchForm } from './order-search-form'
import { OrderTable } from './order-table'
import { OrderTabs, TABS } from './order-tabs'

export const generateMetadata = pageTitle(orderListWords, 'title')

/** All orders with tabs, a search by text and days, and what is done with several at once. */
export default async function MerchantOrdersPage({ searchParams }: PageProps<'/merchant/orders'>) {
  await requireMerchant()
  const words = await wordsIn(orderListWords)
  const query = await searchParams
  const search = readOrderSearch(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const [counts, { rows: orders, next }] = await Promise.all([countOrders(TABS), searchOrders(search, after)])
  const isSearched = searchFields(search).length > 0
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1>{words.orders}</h1>
        {orders.length > 0 && (
          <a
            href={searchPath('/merchant/orders.csv', search)}
            className="py-1 text-sm text-muted hover:text-ink"
          >
            {words.exportFound}
          </a>
        )}
      </div>
      <OrderTabs search={search} counts={counts} />
      <OrderSearchForm search={search} />
      {orders.length === 0 ? (
        <p className="card mt-4 p-6">
          {isSearched ? words.notFound : words.none}{' '}
          {(isSearched || after) && (
            <Link href="/merchant/orders" prefetch={false} className="link">
              {words.seeAll}
            </Link>
          )}
        </p>
      ) : (
        <OrderTable orders={orders} now={new Date()} />
      )}
      <PageLinks path="/merchant/orders" search={search} after={after} next={next} />
    </>
  )
}
