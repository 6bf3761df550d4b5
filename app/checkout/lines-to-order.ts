import { type CartLine, orderable, readCart, readLine } from '@/lib/catalog/cart'
import { readQuantity } from '@/lib/catalog/read-quantity'
import { currentBuyer } from '../current-buyer'

/**
 * What is to be ordered: so many of a variant, or without one the buyer's cart. Where there is nothing to order, the page
 * that says why.
 */
export async function linesToOrder(
  variantId: string | undefined,
  quantityText: string | undefined,
): Promise<{ lines: CartLine[] } | { elsewhere: string }> {
  if (variantId === undefined) {
    const buyerId = await currentBuyer()
    const lines = buyerId ? await readCart(buyerId) : []
    return orderable(lines).goods.length > 0 ? { lines } : { elsewhere: '/cart' }
  }
  const quantity = readQuantity(quantityText)
  const line = await readLine(variantId, quantity ?? 1)
  if (!line || line.problem === 'withdrawn') return { elsewhere: '/cart' }
  const problem = quantity === undefined ? 'quantity' : line.problem
  return problem ? { elsewhere: `/products/${line.slug}?problem=${problem}` } : { lines: [line] }
}
