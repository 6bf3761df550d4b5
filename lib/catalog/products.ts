import { db } from '../db'

/** The shelf, in its order. */
export function listProducts() {
  return db().product.findMany({ orderBy: [{ position: 'asc' }, { name: 'asc' }] })
}

/** The product, or null; the slug may be anything that a form brought. */
export async function findProduct(slug: string) {
  if (!/^[\w-]+$/.test(slug)) return null
  return db().product.findUnique({ where: { slug } })
}
