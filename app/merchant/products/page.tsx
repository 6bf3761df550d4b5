import type { Metadata } from 'next'
import Link from 'next/link'
import { CATEGORIES } from '@/lib/catalog/products'
import { PRODUCT_FILTERS, searchProducts } from '@/lib/catalog/search-products'
import { language, wordsIn } from '@/lib/language'
import { MerchantFrame } from '../merchant-frame'
import { requireMerchant } from '../require-merchant'
import { ProductList } from './product-list'
import { productSearchPath, readProductSearch } from './product-search'
import { productWords } from './product-words'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await wordsIn(productWords)).title,
})

/** Everything that the shop sells or has sold, in the order of its shelf. */
export default async function ProductsPage({ searchParams }: PageProps<'/merchant/products'>) {
  await requireMerchant()
  const spoken = await language()
  const words = productWords[spoken]
  const query = await searchParams
  const search = readProductSearch(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const { products, next } = await searchProducts(search, after)
  const isAll = productSearchPath(search) === '/merchant/products'
  return (
    <MerchantFrame>
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
        <input
          name="q"
          type="search"
          defaultValue={search.text}
          maxLength={100}
          aria-label={words.nameOrAddress}
          placeholder={words.nameOrAddress}
          className="field min-w-0"
        />
        <button className="button-plain">{words.search}</button>
      </form>
      <nav aria-label={words.filters} className="mt-4 flex flex-wrap gap-2 text-sm">
        {PRODUCT_FILTERS.map((filter) => (
          <Link
            key={filter}
            href={productSearchPath({ ...search, filter })}
            prefetch={false}
            aria-current={filter === search.filter ? 'page' : undefined}
            className="rounded-full border border-line bg-card px-3 py-1.5 hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent"
          >
            {words.filterNames[filter]}
          </Link>
        ))}
      </nav>
      {products.length === 0 ? (
        <p className="card mt-6 p-6">
          {isAll ? words.none : words.notFound}{' '}
          {!isAll && (
            <Link href="/merchant/products" prefetch={false} className={LINK}>
              {words.all}
            </Link>
          )}
        </p>
      ) : (
        <ProductList products={products} search={search} isFirst={!after} isLast={!next} />
      )}
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {after && (
          <Link href={productSearchPath(search)} prefetch={false} className={LINK}>
            {words.firstPage}
          </Link>
        )}
        {next && (
          <Link href={productSearchPath(search, next)} prefetch={false} className={LINK}>
            {words.nextPage}
          </Link>
        )}
      </p>
    </MerchantFrame>
  )
}

const LINK = 'text-accent underline underline-offset-2'
