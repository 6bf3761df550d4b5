import { EmptyState } from '@/app/ui/empty-state'
import { ShopLink } from '@/app/ui/shop-link'
import { shelfCategories } from '@/lib/catalog/categories'
import { localizedName } from '@/lib/catalog/products'
import { SHELF_PAGE_SIZE, type ShelfPage, SORTS } from '@/lib/catalog/shelf'
import { language } from '@/lib/language'
import { ProductCard } from './product-card'
import { isHome, isWhole, type ShelfQuery, shelfPath } from './shelf-query'
import { shelfWords } from './shelf-words'

/** As many as a desktop shows without scrolling. */
const AT_ONCE = 8

/** All products, or those of a category or a search: tabs of the categories, the sort, the products, and further pages. */
export async function Shelf({ query, found }: { query: ShelfQuery; found: ShelfPage }) {
  const spoken = await language()
  const words = shelfWords[spoken]
  const categories = await shelfCategories()
  const isBelow = isHome(query)
  const Title = isBelow ? 'h2' : 'h1'
  const tabs = [
    { slug: '', label: words.all },
    ...categories.map((category) => ({ slug: category.slug, label: localizedName(spoken, category) })),
  ]
  return (
    <section id="all" aria-labelledby="all-title" className={`scroll-mt-4 ${isBelow ? 'mt-section' : ''}`}>
      <Title id="all-title" className={isBelow ? 'sr-only' : '[overflow-wrap:anywhere]'}>
        {query.text === ''
          ? (tabs.find(({ slug }) => slug === query.category)?.label ?? words.title)
          : words.found(query.text, found.total)}
      </Title>
      <div className="mt-2 mb-6 flex flex-wrap items-center justify-between gap-x-4 border-b border-line">
        <nav aria-label={words.categories} className="tabs min-w-0">
          {tabs.map(({ slug, label }) => (
            <ShopLink
              key={slug}
              href={shelfPath({ ...query, category: slug, page: 1 })}
              aria-current={slug === query.category ? 'page' : undefined}
            >
              {label}
            </ShopLink>
          ))}
        </nav>
        <SortMenu query={query} words={words} />
      </div>
      {found.total === 0 ? (
        <EmptyShelf query={query} words={words} />
      ) : (
        <ul className="shelf-grid">
          {found.products.map((product, index) => (
            <ProductCard
              key={product.id}
              product={product}
              isFirst={!isBelow && index < AT_ONCE}
              below={Title}
            />
          ))}
        </ul>
      )}
      <Pages query={query} found={found} words={words} />
    </section>
  )
}

interface PartProps {
  query: ShelfQuery
  words: (typeof shelfWords)['zh']
}

/** The sorts as links under the present one; chosen, the menu closes with the new page. */
function SortMenu({ query, words }: PartProps) {
  return (
    <details key={query.sort} className="group relative text-sm">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1 whitespace-nowrap text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        {words.sort} <span className="text-ink">{words.sorts[query.sort]}</span>
        <span
          aria-hidden="true"
          className="mx-1 size-1.5 -translate-y-0.5 rotate-45 border-r-[1.5px] border-b-[1.5px] border-current"
        />
      </summary>
      <ul className="card absolute right-0 z-10 py-1 shadow-lift max-sm:right-auto max-sm:left-0">
        {SORTS.map((sort) => (
          <li key={sort}>
            <ShopLink
              href={shelfPath({ ...query, sort, page: 1 })}
              aria-current={sort === query.sort ? 'true' : undefined}
              className="flex min-h-11 items-center px-4 whitespace-nowrap hover:bg-wash aria-[current]:font-semibold"
            >
              {words.sorts[sort]}
            </ShopLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

function EmptyShelf({ query, words }: PartProps) {
  if (isWhole(query))
    return <EmptyState picture="celadon-cup.svg" title={words.empty} heading="h2" text={words.emptyText} />
  return (
    <EmptyState
      picture="celadon-cup.svg"
      title={words.nothingFound}
      heading="h2"
      text={words.nothingFoundText}
    >
      <ShopLink href="/" className="button">
        {words.seeAll}
      </ShopLink>
    </EmptyState>
  )
}

function Pages({ query, found: { total, page }, words }: PartProps & { found: ShelfPage }) {
  const last = Math.ceil(total / SHELF_PAGE_SIZE)
  if (last <= 1) return null
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last)
  const shown = [...new Set(near)]
  const link = (to: number, label: string, name?: string) => (
    <ShopLink
      href={shelfPath({ ...query, page: to })}
      aria-label={name}
      aria-current={to === page ? 'page' : undefined}
      className="grid h-11 min-w-11 place-items-center rounded-md px-2 hover:bg-wash aria-[current]:bg-accent aria-[current]:font-semibold aria-[current]:text-on-accent"
    >
      {label}
    </ShopLink>
  )
  return (
    <nav aria-label={words.pages} className="mt-10 flex flex-wrap items-center gap-1 text-[0.9375rem]">
      {page > 1 && link(page - 1, words.previous)}
      {shown.map((number, index) => (
        <span key={number} className="figures flex items-center gap-1">
          {number - (shown[index - 1] ?? number) > 1 && <span className="px-2 text-muted">…</span>}
          {link(number, String(number), words.page(number))}
        </span>
      ))}
      {page < last && link(page + 1, words.next)}
      <span className="ml-auto text-sm text-muted">{words.total(total)}</span>
    </nav>
  )
}
