import { shelfCategories } from '@/lib/catalog/categories'
import { localizedName } from '@/lib/catalog/products'
import { language } from '@/lib/language'
import { CartLink } from './cart-link'
import { frameWords } from './frame-words'
import { Icon } from './line-icon'
import { SearchForm } from './search-form'
import { ShopLink } from './shop-link'
import { ShopName } from './shop-name'

/** More do not fit into one line; the shelf has them all. */
const MOST_CATEGORIES = 5

/** One line at every width; in a narrow window the categories go, and the search folds into its icon. */
export async function ShopHeader() {
  const spoken = await language()
  const words = frameWords[spoken]
  const categories = (await shelfCategories()).slice(0, MOST_CATEGORIES)
  return (
    <header className="relative z-10 border-b border-line">
      <div className="wrap flex min-h-14 items-center gap-2 sm:min-h-17 sm:gap-6">
        <ShopLink href="/" className="flex min-w-0">
          <ShopName />
        </ShopLink>
        <nav
          aria-label={words.navigation}
          className="mr-auto flex gap-[clamp(0.875rem,0.2rem+1.3vw,1.75rem)] text-[0.9375rem] whitespace-nowrap text-muted max-lg:hidden"
        >
          <ShopLink href="/#all" className="py-2.5 hover:text-ink">
            {words.allProducts}
          </ShopLink>
          {categories.map((category) => (
            <ShopLink
              key={category.slug}
              href={`/?category=${category.slug}`}
              className="py-2.5 hover:text-ink"
            >
              {localizedName(spoken, category)}
            </ShopLink>
          ))}
        </nav>
        <SearchForm id="search" className="w-56 flex-none max-lg:hidden xl:w-68" />
        <div className="-mr-2.5 flex flex-none items-center max-lg:ml-auto sm:gap-1">
          <details className="group lg:hidden">
            <summary className="tool list-none [&::-webkit-details-marker]:hidden">
              <Icon name="search" />
              <span className="sr-only">{words.search}</span>
            </summary>
            <div className="absolute inset-x-0 top-full border-b border-line bg-paper px-gutter py-3 shadow-lift">
              <SearchForm id="search-folded" />
            </div>
          </details>
          <ShopLink
            href="/orders"
            className="py-2.5 pr-2 text-[0.9375rem] whitespace-nowrap text-muted hover:text-ink max-lg:hidden"
          >
            {words.orders}
          </ShopLink>
          <ShopLink href="/account" className="tool">
            <Icon name="person" />
            <span className="sr-only">{words.account}</span>
          </ShopLink>
          <CartLink />
        </div>
      </div>
    </header>
  )
}
