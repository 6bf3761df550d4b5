import { parseBeijingTime } from '@/lib/alipay/beijing-time'
import { ORDER_FILTERS, ORDER_SORTS, type OrderSearch } from '@/lib/orders/search-orders'

/** Reads the search of an address; what makes no sense in it means all orders, the newest first. */
export function readOrderSearch({
  filter,
  q,
  from,
  to,
  sort,
}: Record<string, unknown>): Required<OrderSearch> {
  return {
    filter: ORDER_FILTERS.find((name) => name === filter) ?? 'all',
    text: typeof q === 'string' ? q : '',
    from: dayOf(from),
    to: dayOf(to),
    sort: ORDER_SORTS.find((name) => name === sort) ?? 'newest',
  }
}

/** A day as a date field sends it; '' for anything else. */
const dayOf = (value: unknown) =>
  typeof value === 'string' && parseBeijingTime(`${value} 00:00:00`) ? value : ''
