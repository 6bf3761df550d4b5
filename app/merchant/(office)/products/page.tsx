import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { listCategories } from '@/lib/catalog/categories'
import { localizedName } from '@/lib/catalog/products'
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
  const [{ products, next }, categories] = await Promise.all([
    searchProducts(search, after),
    listCategories(),
  ])
  const isAll = searchFields(search).length === 0
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{words.title}</h1>
        <p className="flex flex-wrap gap-3">
          <Link href="/merchant/products/categories" prefetch={false} className="button-plain">
            {words.categories}
          </Link>
          <Link href="/merchant/products/new" prefetch={false} className="button">
            {words.add}
          </Link>
        </p>
      </div>
      {query.deleted !== undefined && (
        <FlashNote tone="go" className="mt-4">
          {words.deleted}
        </FlashNote>
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
          {categories.map((category) => (
            <option key={category.slug} value={category.slug}>
              {localizedName(spoken, category)}
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
        <ProductList
          products={products}
          categories={categories}
          search={search}
          isFirst={!after}
          isLast={!next}
        />
      )}
      <PageLinks path="/merchant/products" search={search} after={after} next={next} />
    </>
  )
}
