import { type CartLine, readCart, readLine, readQuantity } from '@/lib/catalog/cart'
import { language } from '@/lib/language'
import { currentBuyer } from '../current-buyer'

/**
 * What is to be ordered: so many of a variant, or as many as are left (`isFewer`), or without one the buyer's cart. Where
 * nothing was asked for, the page that says so.
 */
export async function linesToOrder(
  variantId: string | undefined,
  quantityText: string | undefined,
): Promise<{ lines: CartLine[]; isFewer: boolean } | { elsewhere: string }> {
  const spoken = await language()
  if (variantId === undefined) {
    const buyerId = await currentBuyer()
    const lines = buyerId ? await readCart(buyerId, spoken) : []
    return lines.length > 0 ? { lines, isFewer: false } : { elsewhere: '/cart' }
  }
  const quantity = readQuantity(quantityText)
  const line = await readLine(variantId, quantity ?? 1, spoken)
  if (!line) return { elsewhere: '/cart' }
  if (quantity === undefined) return { elsewhere: `/products/${line.slug}?problem=quantity` }
  const isFewer = line.problem === 'short'
  return { lines: [isFewer ? { ...line, quantity: line.stock, problem: null } : line], isFewer }
}
