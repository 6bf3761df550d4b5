import { db } from '../db'
import { remember } from '../remember'

/** The category of test purchases: its products stand beside the shelf, and are ordered without an address. */
export const TEST_CATEGORY = 'test'

/** The order of categories on the shelf. */
export const CATEGORY_ORDER = [{ position: 'asc' }, { slug: 'asc' }] as const

/** Every category, with the number of its products, on sale or not. */
export async function listCategories() {
  const found = await db().category.findMany({
    include: { _count: { select: { products: true } } },
    orderBy: [...CATEGORY_ORDER],
  })
  return found.map(({ _count, ...category }) => ({ ...category, products: _count.products }))
}

/** Each page of the shop shows them: another process sees a change this much later. */
const KEPT_MS = 10_000

/**
 * The categories that have something on sale, without the test purchases; those known last where the database does not
 * answer, because they stand in the frame of every page, also of one that says what is wrong.
 */
export async function shelfCategories() {
  const kept = memory()
  if (kept.until < Date.now()) {
    kept.categories = await findOnSale().catch(() => kept.categories)
    kept.until = Date.now() + KEPT_MS
  }
  return kept.categories
}

/** After a change of the categories or of what is on sale in them. */
export const forgetCategories = () => {
  memory().until = 0
}

const findOnSale = () =>
  db().category.findMany({
    where: { slug: { not: TEST_CATEGORY }, products: { some: { onSale: true } } },
    orderBy: [...CATEGORY_ORDER],
  })
export type Category = Awaited<ReturnType<typeof findOnSale>>[number]

const memory = () =>
  remember('shelf categories', (): { until: number; categories: Category[] } => ({
    until: 0,
    categories: [],
  }))
