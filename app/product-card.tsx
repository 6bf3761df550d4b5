import Link from 'next/link'
import type { ShelfProduct } from '@/lib/catalog/products'
import { stockInWords } from './ui/catalog-words'
import { yuan } from './ui/format'
import { ProductPicture } from './ui/product-picture'

/** A product on the shelf: its picture, name, lowest price, and its stock where it is short. */
export function ProductCard({ product: { slug, name, picture, variants } }: { product: ShelfProduct }) {
  const prices = variants.map(({ priceFen }) => priceFen)
  const stock = variants.reduce((sum, variant) => sum + variant.stock, 0)
  const words = stockInWords(stock)
  return (
    <li className="card relative flex flex-col p-3 focus-within:border-accent hover:border-accent sm:p-4">
      <ProductPicture src={picture} className={`w-full ${stock === 0 ? 'opacity-50' : ''}`} />
      <h2 className="mt-3 font-medium [overflow-wrap:anywhere]">
        <Link href={`/products/${slug}`} className="after:absolute after:inset-0">
          {name}
        </Link>
      </h2>
      <p className="mt-auto flex flex-wrap items-baseline justify-between gap-x-2 pt-1">
        <span className="tabular-nums">
          {prices.length > 0 && yuan(Math.min(...prices))}
          {new Set(prices).size > 1 && <span className="text-sm text-muted"> 起</span>}
        </span>
        {words !== '有货' && <span className="text-sm text-warn">{words}</span>}
      </p>
    </li>
  )
}
