import { PRODUCT_FILTERS, type ProductSearch } from '@/lib/catalog/search-products'

/** Reads the search of an address or a form; an unknown filter means all products. */
export function readProductSearch({ filter, category, q }: Record<string, unknown>): ProductSearch {
  return {
    filter: PRODUCT_FILTERS.find((name) => name === filter) ?? 'all',
    category: typeof category === 'string' && /^[\w-]{1,40}$/.test(category) ? category : '',
    text: typeof q === 'string' ? q : '',
  }
}
