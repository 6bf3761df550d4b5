import type { Language } from '@/lib/dictionary'
import { CATEGORIES, isCategory } from '@/lib/catalog/products'
import { PRODUCT_FILTERS, type ProductSearch } from '@/lib/catalog/search-products'

/** A category in words; one that the shop does not have, as it stands in the table. */
export const categoryInWords = (language: Language, word: string) =>
  CATEGORIES.find(({ id }) => id === word)?.[language] ?? word

type Query = Record<string, unknown>

/** What an address or a form asks for; anything that is no filter is all products. */
export function readProductSearch({ filter, category, q }: Query): ProductSearch {
  return {
    filter: PRODUCT_FILTERS.find((name) => name === filter) ?? 'all',
    category: isCategory(category) ? category : '',
    text: typeof q === 'string' ? q : '',
  }
}

/** A search as the parameters of an address or the hidden fields of a form. */
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
