import { MOST_CHARACTERS, type ShelfSearch, SORTS } from '@/lib/catalog/shelf'

export type ShelfQuery = ShelfSearch

type Query = Record<string, string | string[] | undefined>

const MOST_PAGES = 1_000_000

/** Reads the shelf's address, which anyone may write: what is no search, sort or page of ours is left out. */
export function readShelfQuery({ category, q, sort, page }: Query): ShelfQuery {
  const number = typeof page === 'string' && /^\d{1,7}$/.test(page) ? Number(page) : 1
  return {
    category: typeof category === 'string' && /^[\w-]{1,40}$/.test(category) ? category : '',
    text: typeof q === 'string' ? q.replaceAll('\0', '').toWellFormed().trim().slice(0, MOST_CHARACTERS) : '',
    sort: SORTS.find((known) => known === sort) ?? 'recommended',
    page: Math.min(Math.max(number, 1), MOST_PAGES),
  }
}

/** The address of the shelf, without what is so anyway. */
export function shelfPath({ category, text, sort, page }: ShelfQuery): string {
  const query = new URLSearchParams()
  if (category) query.set('category', category)
  if (text) query.set('q', text)
  if (sort !== 'recommended') query.set('sort', sort)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/?${query}` : SHELF
}

/** Whether neither a category nor a search is asked for. */
export const isWhole = ({ category, text }: ShelfQuery) => category === '' && text === ''

/** Whether it is the shop's first page, which has more than the shelf. */
export const isHome = (query: ShelfQuery) => shelfPath(query) === SHELF

/** Of the first page, the part that has the shelf. */
const SHELF = '/#all'
