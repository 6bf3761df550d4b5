import { db } from '../db'
import { pageWith, type ProductSearch, searchWhere, SHELF_ORDER } from './search-products'

export type Direction = 'up' | 'down'

/**
 * Moves a product past the next one of a search, up or down the shelf: what the merchant sees is what happens, also where
 * others stand between the two. The last one stays. Answers the cursor of the page that it is on now.
 */
export async function moveProduct(id: string, direction: Direction, search: ProductSearch) {
  const place = await db().$transaction(async (tx) => {
    // two who move products shall not count the same shelf
    await tx.$executeRaw`LOCK TABLE "shop"."Product" IN SHARE ROW EXCLUSIVE MODE`
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
