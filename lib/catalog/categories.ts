import { db } from '../db'
import { remember } from '../remember'

/** The category of test purchases: its products stand beside the shelf, and are ordered without an address. */
export const TEST_CATEGORY = 'test'

export interface Category {
  slug: string
  name: string
  nameEn: string
}

interface CountedCategory extends Category {
  /** On sale or not. */
  products: number
  onSale: number
}

/** Every category in the order of the shelf, with the number of its products. */
export const listCategories = () =>
  db().$queryRaw<CountedCategory[]>`
    SELECT "slug", "name", "nameEn", COALESCE("products", 0) AS "products", COALESCE("onSale", 0) AS "onSale"
    FROM "shop"."Category" LEFT JOIN (
      SELECT "category", count(*)::int AS "products", count(*) FILTER (WHERE "onSale")::int AS "onSale"
      FROM "shop"."Product" GROUP BY "category"
    ) AS counted ON "category" = "slug"
    ORDER BY "position", "slug"`

/** Each page of the shop shows them: another process sees a change this much later. */
const KEPT_MS = 10_000

/** The categories that have something on sale, without the test purchases. */
export async function shelfCategories(): Promise<Category[]> {
  return (await keptCategories()).filter(({ slug, onSale }) => onSale > 0 && slug !== TEST_CATEGORY)
}

/** The category of a product; one that has been deleted is called by its slug. */
export async function categoryOf({ category: slug }: { category: string }): Promise<Category> {
  return (
    (await keptCategories()).find((category) => category.slug === slug) ?? { slug, name: slug, nameEn: slug }
  )
}

/** After a change of the categories or of what is on sale in them. */
export const forgetCategories = () => {
  memory().until = 0
}

/**
 * Those known last where the database does not answer, because they stand in the frame of every page, also of one that says
 * what is wrong.
 */
async function keptCategories(): Promise<CountedCategory[]> {
  const kept = memory()
  if (kept.until < Date.now()) {
    kept.categories = await listCategories().catch(() => kept.categories)
    kept.until = Date.now() + KEPT_MS
  }
  return kept.categories
}

const memory = () =>
  remember('categories', (): { until: number; categories: CountedCategory[] } => ({
    until: 0,
    categories: [],
  }))
