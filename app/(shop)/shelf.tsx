import { EmptyState } from '@/app/ui/empty-state'
import { ShopLink } from '@/app/ui/shop-link'
import { CATEGORIES, type CategoryId, type ShelfProduct } from '@/lib/catalog/products'
import type { Language } from '@/lib/dictionary'
import { ProductCard } from './product-card'
import { shelfWords } from './shelf-words'

interface Props {
  products: ShelfProduct[]
  category: CategoryId | undefined
  q: string
  language: Language
}

/** The goods under tabs of their categories. */
export function Shelf({ products, category, q, language }: Props) {
  const words = shelfWords[language]
  const isWhole = q === '' && !category
  const Title = isWhole ? 'h2' : 'h1'
  return (
    <section aria-labelledby="all" className={isWhole ? 'mt-section' : ''}>
      <Title id="all" className={isWhole ? 'sr-only' : ''}>
        {q === ''
          ? (CATEGORIES.find(({ id }) => id === category)?.[language] ?? words.title)
          : words.found(q, products.length)}
      </Title>
      <nav aria-label={words.categories} className="tabs mt-2 mb-6 border-b border-line">
        <CategoryLink q={q} label={words.all} isCurrent={!category} />
        {CATEGORIES.filter(({ id }) => id !== 'test' || id === category).map(({ id, ...name }) => (
          <CategoryLink key={id} category={id} q={q} label={name[language]} isCurrent={id === category} />
        ))}
      </nav>
      {products.length === 0 && (
        <EmptyState
          picture="celadon-cup.svg"
          title={isWhole ? words.empty : words.nothingFound}
          text={isWhole ? words.emptyText : words.nothingFoundText}
        >
          {!isWhole && (
            <ShopLink href="/" className="button">
              {words.seeAll}
            </ShopLink>
          )}
        </EmptyState>
      )}
      <ul className="grid grid-cols-2 gap-x-[clamp(0.75rem,1.7vw,1.5rem)] gap-y-[clamp(1.5rem,2.6vw,2.5rem)] md:grid-cols-3 xl:grid-cols-4">
        {products.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
    </section>
  )
}

interface CategoryLinkProps {
  category?: string
  q: string
  label: string
  isCurrent: boolean
}

function CategoryLink({ category, q, label, isCurrent }: CategoryLinkProps) {
  const query = new URLSearchParams()
  if (category) query.set('category', category)
  if (q) query.set('q', q)
  return (
    <ShopLink href={query.size > 0 ? `/?${query}` : '/'} aria-current={isCurrent ? 'page' : undefined}>
      {label}
    </ShopLink>
  )
}
