import { db } from '../db'

/** The shelf, in its order. */
export function listProducts() {
  return db().product.findMany({ orderBy: [{ position: 'asc' }, { name: 'asc' }] })
}

export function findProduct(slug: string) {
  return db().product.findUnique({ where: { slug } })
}
