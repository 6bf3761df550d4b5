import { connection } from 'next/server'
import { Field } from '@/app/ui/field'
import { ShopLink } from '@/app/ui/shop-link'
import { CATEGORIES, isCategory, listProducts } from '@/lib/catalog/products'
import { language, wordsIn } from '@/lib/language'
import { ProductCard } from './product-card'
import { shelfWords } from './shelf-words'
import { TestPurchase } from './test-purchase'

const MOST_CHARACTERS = 60

/** The shelf, filtered by a category (?category=) and a search (?q=). */
export default async function ShelfPage({ searchParams }: PageProps<'/'>) {
  await connection()
  const spoken = await language()
  const words = shelfWords[spoken]
  const query = await searchParams
  const category = isCategory(query.category) ? query.category : undefined
  const q = typeof query.q === 'string' ? query.q.replaceAll('\0', '').trim().slice(0, MOST_CHARACTERS) : ''
  const isWhole = q === '' && !category
  const products = await listProducts({ category, words: q.toWellFormed().split(/\s+/).filter(Boolean) })
  const shown = isWhole ? products.filter((product) => product.category !== 'test') : products
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <h1 className="text-2xl font-semibold">{words.title}</h1>
        <form role="search" action="/" className="flex w-full gap-2 sm:w-80">
          {category && <input type="hidden" name="category" value={category} />}
          <Field
            key={q}
            type="search"
            name="q"
            label={words.searchGoods}
            isLabelHidden
            defaultValue={q}
            placeholder={words.searchHint}
            maxLength={MOST_CHARACTERS}
          />
          <button className="button-plain shrink-0">{words.search}</button>
        </form>
      </div>
      <nav aria-label={words.categories} className="mt-4 flex flex-wrap gap-2">
        <CategoryLink q={q} label={words.all} current={!category} />
        {CATEGORIES.map(({ id, ...name }) => (
          <CategoryLink key={id} category={id} q={q} label={name[spoken]} current={id === category} />
        ))}
      </nav>
      {isWhole && <TestPurchase products={products} />}
      {q !== '' && (
        <p role="status" className="mt-6 text-muted [overflow-wrap:anywhere]">
          {words.found(q, shown.length)}
        </p>
      )}
      {shown.length === 0 && <EmptyShelf isWhole={isWhole} />}
      <ul className="mt-6 grid grid-cols-2 gap-3 sm:gap-5 lg:grid-cols-3">
        {shown.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
    </>
  )
}

interface CategoryLinkProps {
  category?: string
  q: string
  label: string
  current: boolean
}

function CategoryLink({ category, q, label, current }: CategoryLinkProps) {
  const query = new URLSearchParams()
  if (category) query.set('category', category)
  if (q) query.set('q', q)
  const look = current
    ? 'border-accent bg-accent text-on-accent'
    : 'border-line bg-card text-muted hover:text-ink'
  return (
    <ShopLink
      href={query.size > 0 ? `/?${query}` : '/'}
      aria-current={current ? 'page' : undefined}
      className={`inline-flex min-h-9 items-center rounded-full border px-4 text-sm ${look}`}
    >
      {label}
    </ShopLink>
  )
}

async function EmptyShelf({ isWhole }: { isWhole: boolean }) {
  const words = await wordsIn(shelfWords)
  if (isWhole) return <p className="card mt-6 p-6">{words.empty}</p>
  return (
    <div className="card mt-6 space-y-2 p-6">
      <p>{words.nothingFound}</p>
      <p>
        <ShopLink href="/" className="text-accent underline underline-offset-2">
          {words.seeAll}
        </ShopLink>
      </p>
    </div>
  )
}
