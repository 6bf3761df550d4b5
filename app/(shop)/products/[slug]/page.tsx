import type { Metadata, ResolvingMetadata } from 'next'
import { catalogWords } from '@/app/ui/catalog-words'
import { FlashNote } from '@/app/ui/flash-note'
import { ShopLink } from '@/app/ui/shop-link'
import { categoryOf } from '@/lib/catalog/categories'
import { productJsonLd } from '@/lib/catalog/product-json-ld'
import { findProduct, localizedName, picturesOf } from '@/lib/catalog/products'
import { findRelated } from '@/lib/catalog/shelf'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { Missing, missingTitle } from '../../missing'
import { ProductCard } from '../../product-card'
import { BuyBar, BuyForm } from './buy-form'
import { Gallery } from './gallery'
import { productWords } from './product-words'

type Props = PageProps<'/products/[slug]'>

/** A row of the shelf on a desktop. */
const RELATED = 4

export async function generateMetadata({ params }: Props, parent: ResolvingMetadata): Promise<Metadata> {
  const found = await findProductIn((await params).slug)
  if (!found) return missingTitle()
  const { name, description, pictures } = found.product
  const inherited = (await parent).openGraph
  // previews of shared links cannot show SVG: the shop's own picture stands in
  const photos = pictures.filter((path) => !path.endsWith('.svg'))
  const images = photos.length > 0 ? photos : (inherited?.images ?? [])
  return {
    title: name,
    description: description.text,
    openGraph: { ...inherited, title: name, description: description.text, images },
  }
}

export default async function ProductPage({ params, searchParams }: Props) {
  const found = await findProductIn((await params).slug)
  if (!found) return <Missing />
  const { product, spoken } = found
  const { problem } = await searchParams
  const words = productWords[spoken]
  const { problems } = catalogWords[spoken]
  const complaint = typeof problem === 'string' && Object.hasOwn(problems, problem) && problems[problem]
  const { name, description, details, facts, tags } = product
  const related = await findRelated(product, RELATED)
  return (
    <>
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{
          __html: productJsonLd({ ...product, description: description.text }, env().shopUrl),
        }}
      />
      <nav aria-label={words.position} className="mb-4 flex flex-wrap gap-x-3 text-sm text-muted">
        <ShopLink href="/" className="underline-offset-2 hover:underline">
          {words.home}
        </ShopLink>
        <span aria-hidden="true">/</span>
        <ShopLink href={product.categoryPath} className="underline-offset-2 hover:underline">
          {product.categoryName}
        </ShopLink>
        <span aria-hidden="true">/</span>
        <span translate="no" className="[overflow-wrap:anywhere]">
          {name}
        </span>
      </nav>
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] md:gap-[clamp(1.5rem,4vw,4rem)]">
        <Gallery name={name} pictures={product.pictures} language={spoken} />
        <div className="grid min-w-0 gap-6 md:sticky md:top-6">
          <div>
            <p className="mb-1 flex flex-wrap items-center gap-x-3 text-sm text-muted">
              {product.categoryName}
              {product.badge && <span className="tag">{product.badge}</span>}
            </p>
            <h1 translate="no" className="[overflow-wrap:anywhere]">
              {name}
            </h1>
            <p lang={description.lang} className="mt-2 text-muted [overflow-wrap:anywhere]">
              {description.text}
            </p>
          </div>
          {complaint && <FlashNote tone="bad">{complaint}</FlashNote>}
          <BuyForm product={product} language={spoken} />
        </div>
      </div>
      {(details.text || facts.length > 0) && (
        <div className="mt-12 grid gap-8 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] md:gap-[clamp(1.5rem,4vw,4rem)]">
          {details.text && (
            <section aria-labelledby="details">
              <h2 id="details" className="mb-2">
                {words.details}
              </h2>
              <div lang={details.lang} className="grid max-w-[38em] gap-3 [overflow-wrap:anywhere]">
                {details.text.split('\n\n').map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </div>
              {tags.length > 0 && (
                <ul aria-label={words.tags} className="mt-5 flex flex-wrap gap-2 text-sm">
                  {tags.map((tag) => (
                    <li key={tag}>
                      <ShopLink
                        href={`/?${new URLSearchParams({ q: tag })}`}
                        className="inline-flex min-h-9 items-center rounded-full border border-line px-3.5 text-muted hover:border-field-line hover:text-ink"
                      >
                        {tag}
                      </ShopLink>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          )}
          {facts.length > 0 && (
            <section aria-labelledby="facts">
              <h2 id="facts" className="mb-1">
                {words.facts}
              </h2>
              <table className="w-full text-[0.9375rem] [overflow-wrap:anywhere]">
                <tbody>
                  {facts.map(({ label, value }, index) => (
                    <tr key={index} className="border-b border-line align-top">
                      <th
                        scope="row"
                        lang={label.lang}
                        className="w-28 py-3 pr-4 text-left font-normal text-muted"
                      >
                        {label.text}
                      </th>
                      <td lang={value.lang} className="py-3">
                        {value.text}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </div>
      )}
      {related.length > 0 && (
        <section aria-labelledby="related" className="mt-section">
          <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="related">{words.related}</h2>
            <ShopLink
              href={product.categoryPath}
              className="py-2 text-sm text-muted hover:text-ink hover:underline"
            >
              {words.seeCategory(product.categoryName)}
            </ShopLink>
          </div>
          <ul className="shelf-grid">
            {related.map((other) => (
              <ProductCard key={other.id} product={other} />
            ))}
          </ul>
        </section>
      )}
      <BuyBar product={product} language={spoken} />
    </>
  )
}

/** The product with its texts in the visitor's language, or in Chinese, marked as such, where English is missing. */
async function findProductIn(slug: string) {
  const product = await findProduct(slug)
  if (!product) return null
  const spoken = await language()
  const said = (zh: string, en: string) =>
    spoken === 'en' && en ? { text: en } : { text: zh, lang: spoken === 'en' ? 'zh-CN' : undefined }
  const { tags, tagsEn, badge, badgeEn } = product
  const category = await categoryOf(product)
  return {
    spoken,
    product: {
      ...product,
      name: localizedName(spoken, product),
      description: said(product.description, product.descriptionEn),
      details: said(product.details, product.detailsEn),
      facts: product.facts.map((fact) => ({
        label: said(fact.label, fact.labelEn),
        value: said(fact.value, fact.valueEn),
      })),
      badge: spoken === 'en' ? badgeEn : badge,
      tags: spoken === 'en' ? tagsEn : tags,
      pictures: picturesOf(product),
      categoryName: localizedName(spoken, category),
      categoryPath: `/?category=${category.slug}`,
      variants: product.variants.map((variant) => ({ ...variant, name: localizedName(spoken, variant) })),
    },
  }
}
