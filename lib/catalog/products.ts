import { cache } from 'react'
import type { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import type { CategoryId } from './categories'

const variants = { orderBy: [{ position: 'asc' }, { id: 'asc' }] } satisfies Prisma.Product$variantsArgs

/** The shelf in its order, or what of it is of a category and has every searched word in its name or text. */
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
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

export type ShelfProduct = Awaited<ReturnType<typeof listProducts>>[number]

/** The product, or null; the slug may be anything that a form brought. A page and its title ask once. */
export const findProduct = cache(async (slug: string) => {
  if (!/^[\w-]+$/.test(slug)) return null
  return db().product.findUnique({ where: { slug, onSale: true }, include: { variants } })
})
