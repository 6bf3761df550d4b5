import type { Metadata, ResolvingMetadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CATEGORIES, findProduct, localizedName } from '@/lib/catalog/products'
import { productJsonLd } from '@/lib/catalog/product-json-ld'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { catalogWords } from '@/app/ui/catalog-words'
import { ProductPicture } from '@/app/ui/product-picture'
import { ShopFrame } from '@/app/ui/shop-frame'
import { BuyForm } from './buy-form'
import { productWords } from './product-words'

type Props = PageProps<'/products/[slug]'>

export async function generateMetadata({ params }: Props, parent: ResolvingMetadata): Promise<Metadata> {
  const found = await findProductIn((await params).slug)
  if (!found) return {}
  const { name, description, picture } = found.product
  const inherited = (await parent).openGraph
  // Who shows shared links shows no drawings; those have the shop's own picture.
  const images = picture && !picture.endsWith('.svg') ? [picture] : (inherited?.images ?? [])
  return { title: name, description, openGraph: { ...inherited, title: name, description, images } }
}

/** A product: what it is, what it costs, whether there is some, and the way to buy it. */
export default async function ProductPage({ params, searchParams }: Props) {
  const found = await findProductIn((await params).slug)
  if (!found) notFound()
  const { product, spoken } = found
  const words = productWords[spoken]
  const { problem } = await searchParams
  const { problems } = catalogWords[spoken]
  const complaint = typeof problem === 'string' && Object.hasOwn(problems, problem) && problems[problem]
  const category = CATEGORIES.find(({ id }) => id === product.category)
  return (
    <ShopFrame>
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: productJsonLd(product, env().shopUrl) }}
      />
      <nav aria-label={words.position} className="text-sm text-muted">
        <Link href="/" className="underline-offset-2 hover:underline">
          {words.shelf}
        </Link>
        {category && (
          <>
            <span aria-hidden="true" className="mx-2">
              /
            </span>
            <Link href={`/?category=${category.id}`} className="underline-offset-2 hover:underline">
              {category[spoken]}
            </Link>
          </>
        )}
      </nav>
      <div className="mt-5 grid items-start gap-8 md:grid-cols-2 md:gap-12">
        <ProductPicture src={product.picture} className="w-full" />
        <div>
          <h1 translate="no" className="text-3xl font-semibold [overflow-wrap:anywhere]">
            {product.name}
          </h1>
          <p
            lang={found.isDescriptionForeign ? 'zh-CN' : undefined}
            className="mt-3 leading-relaxed whitespace-pre-line text-muted [overflow-wrap:anywhere]"
          >
            {product.description}
          </p>
          {complaint && (
            <p role="alert" className="card mt-5 border-bad p-4 text-bad">
              {complaint}
            </p>
          )}
          <BuyForm product={product} language={spoken} />
        </div>
      </div>
    </ShopFrame>
  )
}

/** The product with its texts in the visitor's language, as far as it has them. */
async function findProductIn(slug: string) {
  const product = await findProduct(slug)
  if (!product) return null
  const spoken = await language()
  const isDescriptionForeign = spoken === 'en' && !product.descriptionEn
  return {
    spoken,
    isDescriptionForeign,
    product: {
      ...product,
      name: localizedName(spoken, product),
      description: isDescriptionForeign || spoken === 'zh' ? product.description : product.descriptionEn,
      variants: product.variants.map((variant) => ({ ...variant, name: localizedName(spoken, variant) })),
    },
  }
}
