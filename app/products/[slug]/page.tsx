import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CATEGORIES } from '@/lib/catalog/categories'
import { findProduct } from '@/lib/catalog/products'
import { catalogWords } from '@/app/ui/catalog-words'
import { ProductPicture } from '@/app/ui/product-picture'
import { ShopFrame } from '@/app/ui/shop-frame'
import { BuyForm } from './buy-form'

export async function generateMetadata({ params }: PageProps<'/products/[slug]'>): Promise<Metadata> {
  const product = await findProduct((await params).slug)
  return product ? { title: product.name, description: product.description } : {}
}

/** A product: what it is, what it costs, whether there is some, and the way to buy it. */
export default async function ProductPage({ params, searchParams }: PageProps<'/products/[slug]'>) {
  const product = await findProduct((await params).slug)
  if (!product) notFound()
  const { problem } = await searchParams
  const words =
    typeof problem === 'string' &&
    Object.hasOwn(catalogWords.zh.problems, problem) &&
    catalogWords.zh.problems[problem]
  const category = CATEGORIES.find(({ id }) => id === product.category)
  return (
    <ShopFrame>
      <nav aria-label="位置" className="text-sm text-muted">
        <Link href="/" className="underline-offset-2 hover:underline">
          货架
        </Link>
        {category && (
          <>
            <span aria-hidden="true"> / </span>
            <Link href={`/?category=${category.id}`} className="underline-offset-2 hover:underline">
              {category.zh}
            </Link>
          </>
        )}
      </nav>
      <div className="mt-4 grid items-start gap-6 md:grid-cols-2 md:gap-10">
        <ProductPicture src={product.picture} className="w-full" />
        <div>
          <h1 className="text-2xl font-semibold [overflow-wrap:anywhere]">{product.name}</h1>
          <p className="mt-2 leading-relaxed whitespace-pre-line text-muted [overflow-wrap:anywhere]">
            {product.description}
          </p>
          {words && (
            <p role="alert" className="mt-4 text-bad">
              {words}
            </p>
          )}
          <BuyForm product={product} />
        </div>
      </div>
    </ShopFrame>
  )
}
