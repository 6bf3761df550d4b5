import { connection } from 'next/server'
import { Field } from '@/app/ui/field'
import { findTestProduct } from '@/lib/catalog/products'
import { MOST_CHARACTERS } from '@/lib/catalog/shelf'
import { wordsIn } from '@/lib/language'
import { Shelf } from './shelf'
import { isWhole, readShelfQuery } from './shelf-query'
import { shelfWords } from './shelf-words'
import { TestPurchase } from './test-purchase'

/** The shelf, filtered by a category (?category=) and a search (?q=), sorted (?sort=), a page of it (?page=). */
export default async function ShelfPage({ searchParams }: PageProps<'/'>) {
  await connection()
  const words = await wordsIn(shelfWords)
  const query = readShelfQuery(await searchParams)
  const test = isWhole(query) ? await findTestProduct() : null
  return (
    <>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <h1>{words.title}</h1>
        <form role="search" action="/" className="flex w-full gap-2 sm:w-80">
          {query.category && <input type="hidden" name="category" value={query.category} />}
          <Field
            key={query.text}
            type="search"
            name="q"
            label={words.searchGoods}
            isLabelHidden
            defaultValue={query.text}
            placeholder={words.searchHint}
            maxLength={MOST_CHARACTERS}
          />
          <button className="button-plain shrink-0">{words.search}</button>
        </form>
      </div>
      {test && <TestPurchase product={test} />}
      <Shelf query={query} />
    </>
  )
}
