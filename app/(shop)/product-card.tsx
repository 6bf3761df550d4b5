import { FEW, catalogWords } from '@/app/ui/catalog-words'
import { ProductPicture } from '@/app/ui/product-picture'
import { ShopLink } from '@/app/ui/shop-link'
import { localizedName } from '@/lib/catalog/products'
import type { ShelfProduct } from '@/lib/catalog/shelf'
import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { PriceFrom } from './price-from'

interface Props {
  product: ShelfProduct
  /** Among the first on the page, so that its picture is loaded at once. */
  isFirst?: boolean | undefined
  /** The heading above it: a page's title, or that of a part of it. */
  below?: 'h1' | 'h2'
}

/** As wide as `shelf-grid` makes it. */
const SIZES = '(min-width: 80rem) 19rem, (min-width: 48rem) 33vw, 50vw'

/** A product on the shelf: picture, name, a line of its description, and its price. */
export async function ProductCard({ product, isFirst, below = 'h2' }: Props) {
  const Heading = below === 'h1' ? 'h2' : 'h3'
  const spoken = await language()
  const { slug, picture, stock } = product
  const name = localizedName(spoken, product)
  const { text, lang } = teaser(product, spoken)
  const badge = spoken === 'en' ? product.badgeEn : product.badge
  const tag = stock <= FEW ? catalogWords[spoken].stock(stock) : badge
  return (
    <li className="group relative grid content-start gap-0.5 rounded-tile focus-within:outline-2 focus-within:outline-offset-4 focus-within:outline-accent">
      <span className="tile mb-2 sm:mb-3">
        <ProductPicture
          src={picture}
          name={name}
          sizes={SIZES}
          isFirst={isFirst}
          className={`w-full transition-[scale] duration-300 group-hover:scale-[1.025] ${stock === 0 ? 'opacity-60' : ''}`}
        />
      </span>
      {tag && <span className="tag absolute top-2 left-2 sm:top-3 sm:left-3">{tag}</span>}
      <Heading className="font-sans text-h3 font-semibold tracking-normal [overflow-wrap:anywhere] group-hover:text-accent">
        <ShopLink
          href={`/products/${slug}`}
          translate="no"
          className="outline-none after:absolute after:inset-0"
        >
          {name}
        </ShopLink>
      </Heading>
      <p lang={lang} className="line-clamp-2 text-sm leading-normal text-muted [overflow-wrap:anywhere]">
        {text}
      </p>
      <p className="figures text-h3 font-semibold">
        <PriceFrom product={product} language={spoken} />
      </p>
    </li>
  )
}

/** The first sentence of the description; the Chinese one, marked as such, where there is no English one. */
function teaser({ description, descriptionEn }: ShelfProduct, spoken: Language) {
  if (spoken === 'en' && descriptionEn) return { text: descriptionEn.split(/\.\s|\.$/)[0] }
  return { text: description.split('。')[0], lang: spoken === 'en' ? 'zh-CN' : undefined }
}
