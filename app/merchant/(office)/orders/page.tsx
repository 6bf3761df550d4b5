import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { Field } from '@/app/ui/field'
import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { countOrders, searchOrders } from '@/lib/orders/search-orders'
import { FilterLinks, PageLinks } from '../list-links'
import { searchPath } from '../list-search'
import { orderListWords } from './order-list-words'
import { readOrderSearch } from './order-search'
import { OrderTable } from './order-table'

export const generateMetadata = pageTitle(orderListWords, 'title')

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
      <FilterLinks path="/merchant/orders" search={search} names={words.filter} counts={counts} />
      {orders.length === 0 ? (
        <p className="card mt-6 p-6">
          {search.text || search.filter !== 'all' ? words.notFound : words.none}{' '}
          {(search.text || search.filter !== 'all' || after) && (
            <Link href="/merchant/orders" prefetch={false} className="link">
              {words.seeAll}
            </Link>
          )}
        </p>
      ) : (
        <OrderTable orders={orders} />
      )}
      <PageLinks path="/merchant/orders" search={search} after={after} next={next}>
        {orders.length > 0 && (
          <a href={searchPath('/merchant/orders.csv', search)} className="link ml-auto">
            {words.exportFound}
          </a>
        )}
      </PageLinks>
    </>
  )
}
