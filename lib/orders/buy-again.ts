import { addToCart } from '../catalog/cart'
import { db } from '../db'

/** The names of the goods, as given. */
export interface BoughtAgain {
  added: string[]
  /** Fewer than in the order: the stock does not have more. */
  fewer: string[]
  gone: string[]
  /** No room in the cart. */
  full: string[]
}

interface OrderedItem {
  variantId: string | null
  name: string
  quantity: number
}

/** Puts ordered goods that are still sold into the cart, in the same quantities or as many as there are. */
export async function buyAgain(buyerId: string, items: OrderedItem[]): Promise<BoughtAgain> {
  const ids = items.flatMap(({ variantId }) => variantId ?? [])
  const variants = await db().variant.findMany({ where: { id: { in: ids }, product: { onSale: true } } })
  const stockOf = new Map(variants.map(({ id, stock }) => [id, stock]))
  const result: BoughtAgain = { added: [], fewer: [], gone: [], full: [] }
  for (const { variantId, name, quantity } of items) {
    const stock = (variantId && stockOf.get(variantId)) || 0
    if (!variantId || stock === 0) result.gone.push(name)
    else {
      const { kind } = await addToCart(buyerId, variantId, Math.min(quantity, stock))
      const list = {
        done: stock < quantity ? result.fewer : result.added,
        not_there: result.gone,
        full: result.full,
      }
      list[kind].push(name)
    }
  }
  return result
}
