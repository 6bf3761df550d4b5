import type { Metadata } from 'next'
import Link from 'next/link'
import { CATEGORIES } from '@/lib/catalog/categories'
import { PRODUCT_FILTERS, searchProducts } from '@/lib/catalog/search-products'
import { MerchantFrame } from '../merchant-frame'
import { requireMerchant } from '../require-merchant'
import { ProductList } from './product-list'
import { PRODUCT_FILTER_WORDS, productSearchPath, readProductSearch } from './product-search'

export const metadata: Metadata = { title: '商品' }

/** Everything that the shop sells or has sold, in the order of its shelf. */
export default async function ProductsPage({ searchParams }: PageProps<'/merchant/products'>) {
  await requireMerchant()
  const query = await searchParams
  const search = readProductSearch(query)
  const products = await searchProducts(search)
  const isAll = productSearchPath(search) === '/merchant/products'
  return (
    <MerchantFrame>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-semibold">商品</h1>
        <Link href="/merchant/products/new" prefetch={false} className="button">
          加一件商品
        </Link>
      </div>
      {query.deleted !== undefined && (
        <p role="status" className="card mt-4 p-4">
          商品已删除。
        </p>
      )}
      <form action="/merchant/products" role="search" className="mt-4 flex flex-wrap gap-2">
        {search.filter !== 'all' && <input type="hidden" name="filter" value={search.filter} />}
        <select
          name="category"
          defaultValue={search.category}
          aria-label="分类"
          className="field max-w-36 basis-28"
        >
          <option value="">全部分类</option>
          {CATEGORIES.map(({ id, zh }) => (
            <option key={id} value={id}>
              {zh}
            </option>
          ))}
        </select>
        <input
          name="q"
          type="search"
          defaultValue={search.text}
          maxLength={100}
          aria-label="商品名称或网址"
          placeholder="商品名称或网址"
          className="field min-w-0 flex-1 basis-32"
        />
        <button className="button-plain">搜索</button>
      </form>
      <nav aria-label="筛选" className="mt-4 flex flex-wrap gap-2 text-sm">
        {PRODUCT_FILTERS.map((filter) => (
          <Link
            key={filter}
            href={productSearchPath({ ...search, filter })}
            prefetch={false}
            aria-current={filter === search.filter ? 'page' : undefined}
            className="rounded-full border border-line bg-card px-3 py-1.5 hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-white"
          >
            {PRODUCT_FILTER_WORDS[filter]}
          </Link>
        ))}
      </nav>
      {products.length === 0 ? (
        <p className="card mt-6 p-6">
          {isAll ? '还没有商品，先加一件。' : '没有找到这样的商品。'}
          {!isAll && (
            <Link
              href="/merchant/products"
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              看全部商品
            </Link>
          )}
        </p>
      ) : (
        <ProductList products={products} />
      )}
    </MerchantFrame>
  )
}
