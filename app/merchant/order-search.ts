import { ORDER_FILTERS, type OrderFilter, type OrderSearch } from '@/lib/orders/search-orders'

export const FILTER_WORDS: Record<OrderFilter, string> = {
  all: '全部',
  ordered_today: '今天下单',
  paid_today: '今天付款',
  unpaid: '待付款',
  to_ship: '待发货',
  shipped: '已发货',
  refund: '退款待处理',
  finished: '已完成',
  closed: '已关闭',
  paid_late: '迟到的付款',
  price: '改价待定',
}

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
