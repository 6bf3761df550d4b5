import { ProductPicture } from '@/app/ui/product-picture'
import { ShopLink } from '@/app/ui/shop-link'
import { localizedName } from '@/lib/catalog/products'
import type { ShelfPage } from '@/lib/catalog/shelf'
import { language } from '@/lib/language'
import { homeWords } from './home-words'
import { PriceFrom } from './price-from'

/** The first three goods of the shelf that can be bought, large; the back office's order chooses them. */
export async function ChosenGoods({ found: { products, total } }: { found: ShelfPage }) {
  const spoken = await language()
  const words = homeWords[spoken]
  const chosen = products.filter(({ stock }) => stock > 0).slice(0, 3)
  if (chosen.length < 3) return null
  return (
    <section aria-labelledby="chosen" className="mt-12">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="chosen">{words.chosen}</h2>
        <ShopLink href="#all" className="text-sm text-muted hover:text-ink hover:underline">
          {words.all(total)}
        </ShopLink>
      </div>
      <ul className="grid grid-cols-2 gap-[clamp(0.75rem,1.6vw,1.5rem)] lg:grid-cols-[1.72fr_1fr] lg:grid-rows-2">
        {chosen.map((product, index) => {
          const isFirst = index === 0
          return (
            <li
              key={product.id}
              className={`tile group relative flex flex-col justify-end ${isFirst ? 'p-5 max-lg:col-span-2 lg:row-span-2 lg:p-11' : 'p-3 lg:min-h-54 lg:p-7'}`}
            >
              <ProductPicture
                src={product.picture}
                name={localizedName(spoken, product)}
                sizes={isFirst ? '(min-width: 64rem) 36rem, 100vw' : '(min-width: 64rem) 17rem, 50vw'}
                className={`transition-[scale] duration-400 group-hover:scale-[1.02] ${
                  isFirst
                    ? 'w-full lg:absolute lg:right-0 lg:bottom-0 lg:w-[70%]'
                    : 'w-full max-lg:mb-2 lg:absolute lg:right-0 lg:bottom-0 lg:h-full lg:w-[58%] lg:object-contain'
                }`}
              />
              <div className={`relative ${isFirst ? 'lg:max-w-[44%]' : 'lg:max-w-[46%]'}`}>
                <h3
                  translate="no"
                  className={`font-serif font-bold text-balance ${isFirst ? 'text-[clamp(1.5rem,1rem+1.7vw,2.25rem)] leading-[1.3]' : 'text-h3 lg:text-xl'}`}
                >
                  <ShopLink href={`/products/${product.slug}`} className="after:absolute after:inset-0">
                    {localizedName(spoken, product)}
                  </ShopLink>
                </h3>
                <p className="mt-1 line-clamp-2 text-sm text-muted max-lg:hidden">
                  {(spoken === 'en' && product.descriptionEn) || product.description}
                </p>
                <p className="figures mt-1 font-semibold">
                  <PriceFrom product={product} language={spoken} />
                </p>
                {isFirst && (
                  <span aria-hidden="true" className="button mt-3 max-lg:hidden">
                    {words.seeThis}
                  </span>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
