import { db } from '../db'

const variants = { orderBy: { position: 'asc' } } as const

/** The shelf, in its order. */
export function listProducts() {
  return db().product.findMany({
    where: { onSale: true },
    include: { variants },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
}

/** The product, or null; the slug may be anything that a form brought. */
export async function findProduct(slug: string) {
  if (!/^[\w-]+$/.test(slug)) return null
  return db().product.findUnique({ where: { slug, onSale: true }, include: { variants } })
}
