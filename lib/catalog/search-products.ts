import type { Prisma, Product } from '@/generated/shop/client'
import { db } from '../db'
import { cursorOf, cutPage, readCursor } from '../keyset'
import { isUuid } from '../uuid'
import { SHELF_ORDER } from './products'

/** The filters of the back office's list of products. */
export const PRODUCT_FILTERS = ['all', 'on', 'off', 'low'] as const
export type ProductFilter = (typeof PRODUCT_FILTERS)[number]

/** A stock of this or less is nearly sold out. */
export const LOW_STOCK = 3

export interface ProductSearch {
  filter: ProductFilter
  /** The slug of a category, or empty for all. */
  category: string
  /** A part of a name or slug; empty for all. */
  text: string
}

const FILTERS: Record<ProductFilter, Prisma.ProductWhereInput> = {
  all: {},
  on: { onSale: true },
  off: { onSale: false },
  low: { onSale: true, variants: { some: { stock: { lte: LOW_STOCK } } } },
}

const PAGE_SIZE = 50

export interface ProductPage {
  products: FoundProduct[]
  /** The cursor of the next page (keyset pagination), or null. */
  next: string | null
}

/** A page of the products found, in the order of the shelf, after a cursor; anything else as cursor means the first page. */
export async function searchProducts(
  search: ProductSearch,
  cursor?: string,
  size = PAGE_SIZE,
): Promise<ProductPage> {
  const found = await findMany({ AND: [searchWhere(search), after(cursor)] }, size + 1)
  const { rows: products, next } = cutPage(found, size, ({ position }) => position)
  return { products, next }
}

/** The cursor of the page on which a product is found; undefined for the first page. */
export async function pageWith(
  search: ProductSearch,
  { position, id }: Place,
  size = PAGE_SIZE,
): Promise<string | undefined> {
  const above = [{ position: { lt: position } }, { position, id: { lt: id } }]
  const where = { AND: [searchWhere(search), { OR: above }] }
  const onEarlierPages = Math.floor((await db().product.count({ where })) / size) * size
  if (onEarlierPages === 0) return undefined
  const last = await db().product.findFirst({ where, orderBy: SHELF_ORDER, skip: onEarlierPages - 1 })
  return last ? cursorOf({ value: last.position, id: last.id }) : undefined
}

const findMany = (where: Prisma.ProductWhereInput, take: number) =>
  db().product.findMany({
    where,
    include: { variants: { orderBy: SHELF_ORDER } },
    orderBy: SHELF_ORDER,
    take,
  })
export type FoundProduct = Awaited<ReturnType<typeof findMany>>[number]

export function searchWhere({ filter, category, text }: ProductSearch): Prisma.ProductWhereInput {
  const wanted = text.replaceAll('\0', '').toWellFormed().trim().slice(0, 100)
  const part = { contains: wanted.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const
  const named = wanted === '' ? {} : { OR: [{ name: part }, { nameEn: part }, { slug: part }] }
  return { AND: [FILTERS[filter], category === '' ? {} : { category }, named] }
}

type Place = Pick<Product, 'position' | 'id'>

/** The column's limit. */
const MOST_POSITION = 2_147_483_647

function after(text: string | undefined): Prisma.ProductWhereInput {
  const { value: position, id } = readCursor(text) ?? { value: Infinity, id: '' }
  if (position > MOST_POSITION) return {}
  return { OR: [{ position: { gt: position } }, { position, id: { gt: id } }] }
}

/** The number of products on sale that are sold out or nearly. */
export const countLowStock = () => db().product.count({ where: FILTERS.low })

/** A product with its variants and facts, on sale or not; `items` has one element if it was ever ordered. Null if there is none. */
export async function findFullProduct(id: string) {
  if (!isUuid(id)) return null
  return db().product.findUnique({
    where: { id },
    include: {
      variants: { orderBy: SHELF_ORDER },
      facts: { orderBy: { position: 'asc' } },
      items: { take: 1, select: { id: true } },
    },
  })
}
export type FullProduct = NonNullable<Awaited<ReturnType<typeof findFullProduct>>>
