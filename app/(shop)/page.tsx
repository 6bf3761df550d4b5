import { connection } from 'next/server'
import { findOnShelf } from '@/lib/catalog/shelf'
import { ChosenGoods } from './chosen-goods'
import { Hero } from './hero'
import { Shelf } from './shelf'
import { isHome, readShelfQuery } from './shelf-query'

/** The shop's first page, and its shelf: a category (?category=), a search (?q=), sorted (?sort=), further pages (?page=). */
export default async function HomePage({ searchParams }: PageProps<'/'>) {
  await connection()
  const query = readShelfQuery(await searchParams)
  const found = await findOnShelf(query)
  if (!isHome(query)) return <Shelf query={query} found={found} />
  return (
    <>
      <Hero />
      <ChosenGoods found={found} />
      <Shelf query={query} found={found} />
    </>
  )
}
