import { ORDER_FILTERS, type OrderSearch } from '@/lib/orders/search-orders'

/** Reads the search of an address; an unknown filter means all orders. */
export function readOrderSearch({ filter, q }: Record<string, unknown>): OrderSearch {
  return {
    filter: ORDER_FILTERS.find((name) => name === filter) ?? 'all',
    text: typeof q === 'string' ? q : '',
  }
}
