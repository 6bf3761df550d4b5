import { ORDER_FILTERS, type OrderSearch } from '@/lib/orders/search-orders'

type Query = Record<string, string | string[] | undefined>

/** Reads the search of an address; an unknown filter means all orders. */
export function readOrderSearch({ filter, q }: Query): OrderSearch {
  return {
    filter: ORDER_FILTERS.find((name) => name === filter) ?? 'all',
    text: typeof q === 'string' ? q : '',
  }
}

/** The address of a search, or of a later page of it. */
export function orderSearchPath(path: string, { filter, text }: OrderSearch, after?: string): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('filter', filter)
  if (text) query.set('q', text)
  if (after) query.set('after', after)
  return query.size > 0 ? `${path}?${query}` : path
}
