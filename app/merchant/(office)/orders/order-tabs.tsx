import Link from 'next/link'
import { wordsIn } from '@/lib/language'
import type { OrderFilter, OrderSearch } from '@/lib/orders/search-orders'
import { upToMost } from '../list-links'
import { searchPath } from '../list-search'
import { orderListWords } from './order-list-words'

/** The states in which an order is looked for most; the other filters are folded (order-search-form.tsx). */
export const TABS = ['all', 'unpaid', 'to_ship', 'shipped', 'refund', 'finished'] as const

/** Those that wait for the merchant. */
const HOT: readonly OrderFilter[] = ['to_ship', 'refund']

interface Props {
  search: OrderSearch
  counts: Map<OrderFilter, number>
}

export async function OrderTabs({ search, counts }: Props) {
  const words = await wordsIn(orderListWords)
  return (
    <nav aria-label={words.byState} className="tabs mt-2 border-b border-line">
      {TABS.map((filter) => {
        const count = counts.get(filter) ?? 0
        const isHot = HOT.includes(filter) && count > 0
        return (
          <Link
            key={filter}
            href={searchPath('/merchant/orders', { ...search, filter })}
            prefetch={false}
            aria-current={filter === search.filter ? 'page' : undefined}
          >
            {words.filter[filter]}{' '}
            <span
              className={`figures text-tiny ${isHot ? 'rounded-full bg-wait-soft px-1.5 py-0.5 font-semibold text-wait-text' : 'font-normal text-muted'}`}
            >
              {upToMost(count)}
            </span>
          </Link>
        )
      })}
    </nav>
  )
}
