import Link from 'next/link'
import { yuan } from '@/app/ui/format'
import { type FoundProduct, LOW_STOCK } from '@/lib/catalog/search-products'
import { ProductPicture } from './product-picture'
import { categoryInWords } from './product-search'

/** The products found, a row each. */
export function ProductList({ products }: { products: FoundProduct[] }) {
  return (
    <ul aria-label="找到的商品" className="card mt-4 divide-y divide-line">
      {products.map((product) => (
        <li key={product.id}>
          <Link
            href={`/merchant/products/${product.id}`}
            prefetch={false}
            className="grid grid-cols-[3.5rem_1fr_auto] items-center gap-x-4 gap-y-0.5 p-4 hover:bg-paper md:grid-cols-[3.5rem_1fr_10rem_7rem_5rem]"
          >
            <ProductPicture picture={product.picture} className="row-span-2 size-14 md:row-span-1" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {product.name}
              <span className="block text-sm text-muted">{categoryInWords(product.category)}</span>
            </span>
            <span className="col-start-2 text-sm tabular-nums md:col-start-auto md:text-right md:text-base">
              {priceRange(product.variants)}
            </span>
            <Stock variants={product.variants} />
            <span
              className={`col-start-3 row-start-1 text-right text-sm md:col-start-auto md:row-start-auto ${product.onSale ? 'text-accent' : 'text-muted'}`}
            >
              {product.onSale ? '在售' : '已下架'}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

type Variants = FoundProduct['variants']

function priceRange(variants: Variants) {
  const prices = variants.map(({ priceFen }) => priceFen).sort((a, b) => a - b)
  const [least, most] = [prices.at(0), prices.at(-1)]
  if (least === undefined || most === undefined) return '没有规格'
  return least === most ? yuan(least) : `${yuan(least)} – ${yuan(most)}`
}

/** All that there is; what is short is said, even where another variant is plenty. */
function Stock({ variants }: { variants: Variants }) {
  const least = Math.min(...variants.map(({ stock }) => stock))
  const total = variants.reduce((sum, { stock }) => sum + stock, 0)
  return (
    <span className="col-start-3 text-right text-sm text-muted tabular-nums md:col-start-auto">
      库存 {total}
      {least <= LOW_STOCK && (
        <span className="block text-warn">
          {variants.length > 1 ? '有规格' : ''}
          {least === 0 ? '卖完了' : '快卖完'}
        </span>
      )}
    </span>
  )
}
