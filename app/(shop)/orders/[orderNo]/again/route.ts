import { again } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { language } from '@/lib/language'
import { buyAgain } from '@/lib/orders/buy-again'
import type { BoughtAgain } from '../../../cart/bought-again'
import { currentBuyer } from '../../../account/current-buyer'
import { findOwnOrder } from '../../find-own-order'
import { itemName } from '../../item-name'
import { orderPageWords } from '../../order-page-words'

/** Puts the goods of the buyer's order into the cart: 303 to the cart, which tells what is gone. */
export const POST = postRoute<{ orderNo: string }>(async ({ params: { orderNo } }) => {
  const [buyerId, order] = await Promise.all([currentBuyer(), findOwnOrder(orderNo)])
  const spoken = await language()
  if (!buyerId || !order) return new Response(orderPageWords[spoken].noTrace, { status: 404 })
  const items = order.items.map((item) => ({ ...item, name: itemName(item, spoken) }))
  return again('/cart', (await buyAgain(buyerId, items)) satisfies BoughtAgain)
})
