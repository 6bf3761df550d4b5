import { cache } from 'react'
import type { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import type { Language } from '../dictionary'

/** The categories of the shelf, in its order. Product.category holds the id. */
export const CATEGORIES = [
  { id: 'tea', zh: '茶叶', en: 'Tea' },
  { id: 'pot', zh: '壶与盖碗', en: 'Pots and gaiwans' },
  { id: 'cup', zh: '杯具', en: 'Cups' },
  { id: 'card', zh: '礼品卡', en: 'Gift cards' },
  { id: 'test', zh: '试单', en: 'Test purchase' },
] as const

export type CategoryId = (typeof CATEGORIES)[number]['id']

export const isCategory = (word: unknown): word is CategoryId => CATEGORIES.some(({ id }) => id === word)

/** The name of a product or a variant in a language; the Chinese one where there is no English one. */
export const localizedName = (language: Language, { name, nameEn }: { name: string; nameEn: string }) =>
  (language === 'en' && nameEn) || name

/** Whether a product is ordered without asking for an address: virtual goods, and test purchases, where the gateway asks. */
export const needsNoAddress = ({ virtual, category }: { virtual: boolean; category: string }) =>
  virtual || category === 'test'

/** What a test purchase buys: the id of the first test product's variant; undefined where the shopkeeper has taken it away. */
export async function findTestVariant(): Promise<string | undefined> {
  const found = await db().variant.findFirst({
    where: { product: { category: 'test', onSale: true } },
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

/** The products on sale, in the order of the shelf: all, or those of a category that contain every searched word. */
export function listProducts({ category, words = [] }: { category?: CategoryId; words?: string[] } = {}) {
  return db().product.findMany({
    where: {
      onSale: true,
      category,
      AND: words.map((word) => {
        const contains = { contains: word, mode: 'insensitive' } as const
        return {
          OR: [
            { name: contains },
            { description: contains },
            { nameEn: contains },
            { descriptionEn: contains },
          ],
        }
      }),
    },
    include: { variants },
    orderBy: SHELF_ORDER,
  })
}

export type ShelfProduct = Awaited<ReturnType<typeof listProducts>>[number]

/** A product on sale, or null. The slug is untrusted. Cached per request, for a page and its title. */
export const findProduct = cache(async (slug: string) => {
  if (!/^[\w-]+$/.test(slug)) return null
  return db().product.findUnique({ where: { slug, onSale: true }, include: { variants } })
})
