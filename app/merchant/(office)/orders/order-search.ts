import { ORDER_FILTERS, type OrderSearch } from '@/lib/orders/search-orders'

type Query = Record<string, string | string[] | undefined>

/** What an address asks for; anything that is no filter is all orders. */
export function readSearch({ filter, q }: Query): OrderSearch {
  return {
    filter: ORDER_FILTERS.find((name) => name === filter) ?? 'all',
    text: typeof q === 'string' ? q : '',
  }
}

/** The address of a search, the page of it included. */
export function searchPath(path: string, { filter, text }: OrderSearch, after?: string): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('filter', filter)
  if (text) query.set('q', text)
  if (after) query.set('after', after)
  return query.size > 0 ? `${path}?${query}` : path
}
