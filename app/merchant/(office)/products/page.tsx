import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { Field } from '@/app/ui/field'
import { pageTitle } from '@/app/ui/page-title'
import { CATEGORIES } from '@/lib/catalog/products'
import { searchProducts } from '@/lib/catalog/search-products'
import { language } from '@/lib/language'
import { FilterLinks, PageLinks } from '../list-links'
import { searchFields } from '../list-search'
import { ProductList } from './product-list'
import { readProductSearch } from './product-search'
import { productWords } from './product-words'

export const generateMetadata = pageTitle(productWords, 'title')

/** All products, on sale or not, in the order of the shelf. */
export default async function ProductsPage({ searchParams }: PageProps<'/merchant/products'>) {
  await requireMerchant()
  const spoken = await language()
  const words = productWords[spoken]
  const query = await searchParams
  const search = readProductSearch(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const { products, next } = await searchProducts(search, after)
  const isAll = searchFields(search).length === 0
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-semibold">{words.title}</h1>
        <Link href="/merchant/products/new" prefetch={false} className="button">
          {words.add}
        </Link>
      </div>
      {query.deleted !== undefined && (
        <p role="status" className="card mt-4 p-4">
          {words.deleted}
        </p>
      )}
      <form
        action="/merchant/products"
        role="search"
        className="mt-4 grid grid-cols-[1fr_auto] gap-2 sm:grid-cols-[11rem_1fr_auto]"
      >
        {search.filter !== 'all' && <input type="hidden" name="filter" value={search.filter} />}
        <select
          name="category"
          defaultValue={search.category}
          aria-label={words.category}
          className="field max-sm:col-span-2"
        >
          <option value="">{words.allCategories}</option>
          {CATEGORIES.map(({ id, ...name }) => (
            <option key={id} value={id}>
              {name[spoken]}
            </option>
          ))}
        </select>
        <Field
          name="q"
          type="search"
          label={words.nameOrAddress}
          isLabelHidden
          defaultValue={search.text}
          maxLength={100}
          placeholder={words.nameOrAddress}
          className="min-w-0"
        />
        <button className="button-plain">{words.search}</button>
      </form>
      <FilterLinks path="/merchant/products" search={search} names={words.filterNames} />
      {products.length === 0 ? (
        <p className="card mt-6 p-6">
          {isAll ? words.none : words.notFound}{' '}
          {!isAll && (
            <Link href="/merchant/products" prefetch={false} className="link">
              {words.all}
            </Link>
          )}
        </p>
      ) : (
        <ProductList products={products} search={search} isFirst={!after} isLast={!next} />
      )}
      <PageLinks path="/merchant/products" search={search} after={after} next={next} />
    </>
  )
}
