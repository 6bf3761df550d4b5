import { isCategory } from '@/lib/catalog/products'
import { PRODUCT_FILTERS, type ProductSearch } from '@/lib/catalog/search-products'

type Query = Record<string, unknown>

/** Reads the search of an address or a form; an unknown filter means all products. */
export function readProductSearch({ filter, category, q }: Query): ProductSearch {
  return {
    filter: PRODUCT_FILTERS.find((name) => name === filter) ?? 'all',
    category: isCategory(category) ? category : '',
    text: typeof q === 'string' ? q : '',
  }
}

/** A search as parameters of an address or as hidden fields. */
export const searchFields = ({ filter, category, text }: ProductSearch) =>
  Object.entries({ filter: filter === 'all' ? '' : filter, category, q: text }).filter(
    ([, value]) => value !== '',
  )

/** The address of a search, or of a later page of it. */
export function productSearchPath(search: ProductSearch, after?: string): string {
  const query = new URLSearchParams(searchFields(search))
  if (after) query.set('after', after)
  return query.size > 0 ? `/merchant/products?${query}` : '/merchant/products'
}
