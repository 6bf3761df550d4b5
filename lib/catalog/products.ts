import { cache } from 'react'
import type { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import type { Language } from '../dictionary'
import { TEST_CATEGORY } from './categories'

/** The name of a product, a variant or a category in a language; the Chinese one where there is no English one. */
export const localizedName = (language: Language, { name, nameEn }: { name: string; nameEn: string }) =>
  (language === 'en' && nameEn) || name

/** Whether a product is ordered without asking for an address: virtual goods, and test purchases, where the gateway asks. */
export const needsNoAddress = ({ virtual, category }: { virtual: boolean; category: string }) =>
  virtual || category === TEST_CATEGORY

/** The paths of a product's pictures, in order. */
export const picturesOf = ({ picture, morePictures }: { picture: string; morePictures: string[] }) =>
  picture === '' ? morePictures : [picture, ...morePictures]

/** What a test purchase buys: the id of the first test product's variant; undefined where the shopkeeper has taken it away. */
export async function findTestVariant(): Promise<string | undefined> {
  const found = await db().variant.findFirst({
    where: { product: { category: TEST_CATEGORY, onSale: true } },
    orderBy: [{ product: { position: 'asc' } }, ...SHELF_ORDER],
    select: { id: true },
  })
  return found?.id
}

/** The order of products on the shelf, and of the variants of a product. */
export const SHELF_ORDER = [
  { position: 'asc' },
  { id: 'asc' },
] satisfies Prisma.VariantOrderByWithRelationInput[]
const variants = { orderBy: SHELF_ORDER } as const

/** The addresses of all products on sale, in the order of the shelf. */
export const listProducts = () =>
  db().product.findMany({
    where: { onSale: true },
    select: { id: true, slug: true },
    orderBy: SHELF_ORDER,
  })

/** A product on sale, or null. The slug is untrusted. Cached per request, for a page and its title. */
export const findProduct = cache(async (slug: string) => {
  if (!/^[\w-]+$/.test(slug)) return null
  return db().product.findUnique({
    where: { slug, onSale: true },
    include: { variants, facts: { orderBy: { position: 'asc' } } },
  })
})
