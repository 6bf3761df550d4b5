import { localizedName, type ShelfProduct } from '@/lib/catalog/products'
import { language } from '@/lib/language'
import { shelfWords } from './shelf-words'
import { FEW, catalogWords } from './ui/catalog-words'
import { yuan } from './ui/format'
import { ProductPicture } from './ui/product-picture'
import { ShopLink } from './ui/shop-link'

/** A product on the shelf: its picture, name, lowest price, and its stock where it is short. */
export async function ProductCard({ product }: { product: ShelfProduct }) {
  const spoken = await language()
  const { slug, picture, variants } = product
  const prices = variants.map(({ priceFen }) => priceFen)
  const stock = variants.reduce((sum, variant) => sum + variant.stock, 0)
  const lowest = variants.length > 0 && yuan(Math.min(...prices))
  return (
    <li className="card relative flex flex-col p-3 focus-within:border-accent hover:border-accent sm:p-4">
      <ProductPicture src={picture} className={`w-full ${stock === 0 ? 'opacity-50' : ''}`} />
      <h2 className="mt-3 font-medium [overflow-wrap:anywhere]">
        <ShopLink href={`/products/${slug}`} translate="no" className="after:absolute after:inset-0">
          {localizedName(spoken, product)}
        </ShopLink>
      </h2>
      <p className="mt-auto flex flex-wrap items-baseline justify-between gap-x-2 pt-1">
        <span className="tabular-nums">
          {lowest && new Set(prices).size > 1 ? shelfWords[spoken].from(lowest) : lowest}
        </span>
        {stock <= FEW && <span className="text-sm text-warn">{catalogWords[spoken].stock(stock)}</span>}
      </p>
    </li>
  )
}
