import { type CartLine, readCart, readLine, readQuantity } from '@/lib/catalog/cart'
import { language } from '@/lib/language'
import { currentBuyer } from '../account/current-buyer'

/**
 * The lines to order: one variant, its quantity capped at the stock (`isFewer`), or without a variant the whole cart.
 * `elsewhere` is where to redirect if there is nothing to order.
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
