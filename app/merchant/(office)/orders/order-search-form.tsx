import Link from 'next/link'
import { wordsIn } from '@/lib/language'
import { ORDER_FILTERS, ORDER_SORTS, type OrderSearch } from '@/lib/orders/search-orders'
import { searchPath } from '../list-search'
import { orderListWords } from './order-list-words'
import { TABS } from './order-tabs'

const OTHERS = ORDER_FILTERS.filter((filter) => !TABS.some((tab) => tab === filter))

/** The search for orders, sent by GET so that the address can be kept, and the rarer filters. */
export async function OrderSearchForm({ search }: { search: Required<OrderSearch> }) {
  const words = await wordsIn(orderListWords)
  return (
    <form action="/merchant/orders" role="search" className="mt-4 flex flex-wrap items-center gap-3">
      {search.filter !== 'all' && <input type="hidden" name="filter" value={search.filter} />}
      <input
        name="q"
        type="search"
        aria-label={words.search}
        defaultValue={search.text}
        maxLength={256}
        placeholder={words.searchHint}
        className="field max-w-104 flex-[1_1_16rem] max-md:max-w-none max-md:basis-full"
      />
      <span className="flex min-w-0 items-center gap-2 max-sm:w-full max-sm:flex-wrap">
        <input type="date" name="from" aria-label={words.from} defaultValue={search.from} className="field" />
        <span aria-hidden="true">–</span>
        <input type="date" name="to" aria-label={words.to} defaultValue={search.to} className="field" />
      </span>
      <select name="sort" aria-label={words.sort} defaultValue={search.sort} className="field w-auto">
        {ORDER_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {words.sorts[sort]}
          </option>
        ))}
      </select>
      <button className="button-plain">{words.find}</button>
      <details open={OTHERS.some((filter) => filter === search.filter)} className="text-sm">
        <summary className="cursor-pointer py-2.5">{words.moreFilters}</summary>
        <ul className="flex flex-wrap gap-x-5">
          {OTHERS.map((filter) => (
            <li key={filter}>
              <Link
                href={searchPath('/merchant/orders', { ...search, filter })}
                prefetch={false}
                aria-current={filter === search.filter ? 'page' : undefined}
                className="inline-block py-2 text-muted hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {words.filter[filter]}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </form>
  )
}
