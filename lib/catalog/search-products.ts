import type { Prisma } from '@/generated/shop/client'
import { db } from '../db'

/** The merchant's questions to his shelf. */
export const PRODUCT_FILTERS = ['all', 'on', 'off', 'low'] as const
export type ProductFilter = (typeof PRODUCT_FILTERS)[number]

/** From here down a stock is nearly sold out. */
export const LOW_STOCK = 3

export interface ProductSearch {
  filter: ProductFilter
  /** A word of categories.ts, or empty for all. */
  category: string
  /** Part of a name or of a slug; empty for all. */
  text: string
}

const FILTERS: Record<ProductFilter, Prisma.ProductWhereInput> = {
  all: {},
  on: { onSale: true },
  off: { onSale: false },
  low: { onSale: true, variants: { some: { stock: { lte: LOW_STOCK } } } },
}

/** The products found, in the order of the shelf. */
export function searchProducts({ filter, category, text }: ProductSearch) {
  const wanted = text.replaceAll('\0', '').toWellFormed().trim().slice(0, 100)
  const part = { contains: wanted.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const
  const named = wanted === '' ? {} : { OR: [{ name: part }, { nameEn: part }, { slug: part }] }
  return db().product.findMany({
    where: { AND: [FILTERS[filter], category === '' ? {} : { category }, named] },
    include: { variants: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  })
}
export type FoundProduct = Awaited<ReturnType<typeof searchProducts>>[number]

/** How many products on sale are sold out or nearly. */
export const countLowStock = () => db().product.count({ where: FILTERS.low })

/** A product with its variants, on sale or not, and whether it was ever ordered; null if there is none. */
export async function findFullProduct(id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  return db().product.findUnique({
    where: { id },
    include: {
      variants: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      items: { take: 1, select: { id: true } },
    },
  })
}
export type FullProduct = NonNullable<Awaited<ReturnType<typeof findFullProduct>>>
