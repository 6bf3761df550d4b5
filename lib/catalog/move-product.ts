import { transaction } from '../db'
import { SHELF_ORDER } from './products'
import { pageWith, type ProductSearch, searchWhere } from './search-products'

export type Direction = 'up' | 'down'

/**
 * Moves a product past its neighbour among the products of a search, up or down the shelf, even where others stand between
 * the two. The last one stays. Returns the cursor of the page that the product is on now.
 */
export async function moveProduct(id: string, direction: Direction, search: ProductSearch) {
  const place = await transaction(async (tx) => {
    // moves at the same time must not count the same shelf
    await tx.$queryRaw`SELECT "id" FROM "shop"."Product" ORDER BY "id" FOR NO KEY UPDATE`
    const ids = async (where = {}) => {
      const found = await tx.product.findMany({ where, select: { id: true }, orderBy: SHELF_ORDER })
      return found.map((product) => product.id)
    }
    const found = await ids(searchWhere(search))
    const at = found.indexOf(id)
    const neighbour = at < 0 ? undefined : found[direction === 'up' ? at - 1 : at + 1]
    if (neighbour) {
      const shelf = (await ids()).filter((other) => other !== id)
      shelf.splice(shelf.indexOf(neighbour) + (direction === 'up' ? 0 : 1), 0, id)
      await tx.$executeRaw`
        UPDATE "shop"."Product" AS product SET "position" = shelf.place
        FROM unnest(${shelf}::text[]) WITH ORDINALITY AS shelf (id, place)
        WHERE product."id" = shelf.id AND product."position" <> shelf.place`
    }
    return tx.product.findUnique({ where: { id }, select: { id: true, position: true } })
  })
  return place ? pageWith(search, place) : undefined
}
