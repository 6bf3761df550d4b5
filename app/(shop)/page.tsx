import { connection } from 'next/server'
import { MOST_SEARCH_CHARACTERS } from '@/app/ui/search-form'
import { isCategory, listProducts } from '@/lib/catalog/products'
import { language } from '@/lib/language'
import { ChosenGoods } from './chosen-goods'
import { Hero } from './hero'
import { Shelf } from './shelf'

/** The shop's first page, and its shelf filtered by a category (?category=) and a search (?q=). */
export default async function HomePage({ searchParams }: PageProps<'/'>) {
  await connection()
  const query = await searchParams
  const category = isCategory(query.category) ? query.category : undefined
  const q =
    typeof query.q === 'string' ? query.q.replaceAll('\0', '').trim().slice(0, MOST_SEARCH_CHARACTERS) : ''
  const isWhole = q === '' && !category
  const products = await listProducts({ category, words: q.toWellFormed().split(/\s+/).filter(Boolean) })
  const shown = isWhole ? products.filter((product) => product.category !== 'test') : products
  if (!isWhole) return <Shelf products={shown} category={category} q={q} language={await language()} />
  return (
    <>
      <Hero />
      <ChosenGoods products={shown} />
      <Shelf products={shown} category={category} q={q} language={await language()} />
    </>
  )
}
