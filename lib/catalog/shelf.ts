import { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import { TEST_CATEGORY } from './categories'

/** A product as the shelf shows it; prices in fen are those of its variants, null where it has none. */
export interface ShelfProduct {
  id: string
  slug: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  picture: string
  badge: string
  badgeEn: string
  category: string
  lowestFen: number | null
  highestFen: number | null
  /** Of all variants. */
  stock: number
}

export const SORTS = ['recommended', 'newest', 'cheapest', 'dearest'] as const
export type Sort = (typeof SORTS)[number]

export interface ShelfSearch {
  /** The slug of a category; empty for all. */
  category: string
  /** Words that have to be found, all of them; empty for all. */
  text: string
  sort: Sort
  /** From 1. */
  page: number
}

export interface ShelfPage {
  products: ShelfProduct[]
  /** How many were found, on all pages. */
  total: number
  /** Of the products: the first one where the wanted page is beyond the last. */
  page: number
}

export const SHELF_PAGE_SIZE = 24
/** Further words and characters of a search are not read. */
const MOST_WORDS = 8
export const MOST_CHARACTERS = 60

/**
 * The products on sale that a search finds, a page of them. A word is found in names, texts, tags, facts and the names of
 * the category, in both languages; case and width do not count (Ａ is a).
 */
export async function findOnShelf({ category, text, sort, page }: ShelfSearch): Promise<ShelfPage> {
  const wanted = searchedWords(text)
  const rows = await db().$queryRaw<(ShelfProduct & { total: number })[]>`
    SELECT ${COLUMNS}, count(*) OVER ()::int AS "total"
    FROM "shop"."Product" AS product ${WITH_PRICES}
    WHERE ${onShelf(category)} AND ${wanted.length > 0 ? hasWords(wanted) : Prisma.sql`true`}
    ORDER BY ${ORDERS[sort]}
    LIMIT ${SHELF_PAGE_SIZE} OFFSET ${(page - 1) * SHELF_PAGE_SIZE}`
  if (rows.length === 0 && page > 1) return findOnShelf({ category, text, sort, page: 1 })
  return { products: rows, total: rows[0]?.total ?? 0, page }
}

/** Products to look at beside one: those of its category first. */
export const findRelated = ({ id, category }: { id: string; category: string }, count: number) =>
  db().$queryRaw<ShelfProduct[]>`
    SELECT ${COLUMNS} FROM "shop"."Product" AS product ${WITH_PRICES}
    WHERE ${onShelf('')} AND product."id" <> ${id}
    ORDER BY product."category" = ${category} DESC, ${ORDERS.recommended} LIMIT ${count}`

const COLUMNS = Prisma.sql`
  product."id", product."slug", "name", "nameEn", "description", "descriptionEn", "picture", "badge", "badgeEn", "category",
  "lowestFen", "highestFen", COALESCE("stock", 0) AS "stock"`

const WITH_PRICES = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT min("priceFen") AS "lowestFen", max("priceFen") AS "highestFen", sum("stock")::int AS "stock"
    FROM "shop"."Variant" WHERE "productId" = product."id"
  ) AS prices ON true`

/** Test purchases are shown only where their category is asked for. */
const onShelf = (category: string) =>
  category === ''
    ? Prisma.sql`"onSale" AND "category" <> ${TEST_CATEGORY}`
    : Prisma.sql`"onSale" AND "category" = ${category}`

const PLACE = Prisma.sql`"position", product."id"`
const ORDERS: Record<Sort, Prisma.Sql> = {
  recommended: PLACE,
  newest: Prisma.sql`"createdAt" DESC, ${PLACE}`,
  cheapest: Prisma.sql`"lowestFen", ${PLACE}`,
  dearest: Prisma.sql`"lowestFen" DESC NULLS LAST, ${PLACE}`,
}

/** The words of a search as they are looked for. */
function searchedWords(text: string): string[] {
  const words = text.replaceAll('\0', '').toWellFormed().normalize('NFKC').toLowerCase().split(/\s+/)
  return words.filter(Boolean).slice(0, MOST_WORDS)
}

const hasWords = (words: string[]) => Prisma.sql`(
  SELECT bool_and(strpos(said."text", word) > 0)
  FROM unnest(${words}::text[]) AS word, (
    SELECT lower(normalize(concat_ws(' ', product."name", product."nameEn", "description", "descriptionEn", "details",
      "detailsEn", "badge", "badgeEn", array_to_string("tags", ' '), array_to_string("tagsEn", ' '), (
        SELECT concat_ws(' ', "Category"."name", "Category"."nameEn")
        FROM "shop"."Category" WHERE "Category"."slug" = product."category"
      ), (
        SELECT string_agg(concat_ws(' ', "label", "labelEn", "value", "valueEn"), ' ')
        FROM "shop"."Fact" WHERE "productId" = product."id"
      )), NFKC)) AS "text"
  ) AS said
)`
