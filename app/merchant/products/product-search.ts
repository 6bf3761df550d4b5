import { CATEGORIES, isCategory } from '@/lib/catalog/categories'
import { PRODUCT_FILTERS, type ProductFilter, type ProductSearch } from '@/lib/catalog/search-products'

export const PRODUCT_FILTER_WORDS: Record<ProductFilter, string> = {
  all: '全部',
  on: '在售',
  off: '已下架',
  low: '快卖完的',
}

/** A category in words; one that the shop does not have, as it stands in the table. */
export const categoryInWords = (word: string) => CATEGORIES.find(({ id }) => id === word)?.zh ?? word

type Query = Record<string, string | string[] | undefined>

/** What an address asks for; anything that is no filter is all products. */
export function readProductSearch({ filter, category, q }: Query): ProductSearch {
  return {
    filter: PRODUCT_FILTERS.find((name) => name === filter) ?? 'all',
    category: isCategory(category) ? category : '',
    text: typeof q === 'string' ? q : '',
  }
}

/** The address of a search. */
export function productSearchPath({ filter, category, text }: ProductSearch): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('filter', filter)
  if (category) query.set('category', category)
  if (text) query.set('q', text)
  return query.size > 0 ? `/merchant/products?${query}` : '/merchant/products'
}
