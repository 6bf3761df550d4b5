import Link from 'next/link'
import { Badge } from '@/app/ui/badge'
import { yuan } from '@/app/ui/format'
import { ProductPicture } from '@/app/ui/product-picture'
import type { Category } from '@/lib/catalog/categories'
import { localizedName } from '@/lib/catalog/products'
import { type FoundProduct, LOW_STOCK, type ProductSearch } from '@/lib/catalog/search-products'
import { language, wordsIn } from '@/lib/language'
import { MoveForm } from './move-form'
import { productWords } from './product-words'

interface Props {
  products: FoundProduct[]
  categories: Category[]
  search: ProductSearch
  /** The first, and the last page of the list. */
  isFirst: boolean
  isLast: boolean
}

/** A page of products, each with the buttons that move it. */
export async function ProductList({ products, categories, search, isFirst, isLast }: Props) {
  const spoken = await language()
  const words = productWords[spoken]
  const nameOf = ({ category: slug }: FoundProduct) => {
    const category = categories.find((known) => known.slug === slug)
    return category ? localizedName(spoken, category) : slug
  }
  return (
    <ul aria-label={words.found} className="card mt-4 divide-y divide-line">
      {products.map((product, index) => (
        <li
          key={product.id}
          id={product.id}
          className="relative flex scroll-mt-4 items-center gap-4 p-4 target:bg-note/40 hover:bg-paper"
        >
          <ProductPicture
            src={product.picture}
            name={localizedName(spoken, product)}
            className="w-20 shrink-0 self-start"
          />
          <div className="grid min-w-0 flex-1 gap-x-4 gap-y-0.5 sm:grid-cols-[1fr_auto] md:grid-cols-[1fr_11rem_8rem] md:items-center">
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <Link
                href={`/merchant/products/${product.id}`}
                prefetch={false}
                translate={product.nameEn ? undefined : 'no'}
                className="font-medium after:absolute after:inset-0"
              >
                {localizedName(spoken, product)}
              </Link>
              <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
                {nameOf(product)}
                <Badge tone={product.onSale ? 'go' : 'idle'} isHollow={!product.onSale}>
                  {product.onSale ? words.onSale : words.off}
                </Badge>
              </span>
            </div>
            <span className="tabular-nums sm:text-right">
              {priceRange(product.variants) ?? words.noVariants}
            </span>
            <Stock variants={product.variants} />
          </div>
          <MoveForm
            product={product}
            search={search}
            isTop={isFirst && index === 0}
            isBottom={isLast && index === products.length - 1}
          />
        </li>
      ))}
    </ul>
  )
}

type Variants = FoundProduct['variants']

function priceRange(variants: Variants) {
  const prices = variants.map(({ priceFen }) => priceFen).sort((a, b) => a - b)
  const [least, most] = [prices.at(0), prices.at(-1)]
  if (least === undefined || most === undefined) return undefined
  return least === most ? yuan(least) : `${yuan(least)} – ${yuan(most)}`
}

/** The total stock, with a warning if any variant is short. */
async function Stock({ variants }: { variants: Variants }) {
  const words = await wordsIn(productWords)
  const least = Math.min(...variants.map(({ stock }) => stock))
  const total = variants.reduce((sum, { stock }) => sum + stock, 0)
  return (
    <span className="text-sm text-muted tabular-nums sm:col-span-2 md:col-span-1 md:text-right">
      {words.stock(total)}
      {least <= LOW_STOCK && (
        <span className="max-md:ml-2 md:block">
          <Badge tone="wait">{words.lowStock(least === 0, variants.length > 1)}</Badge>
        </span>
      )}
    </span>
  )
}
