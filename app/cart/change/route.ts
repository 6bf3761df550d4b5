import { currentBuyer } from '@/app/current-buyer'
import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { readQuantity, removeFromCart, setCartQuantity } from '@/lib/catalog/cart'

/** Another quantity of a line of the cart, or its end. */
export const POST = postRoute(async ({ form, field }) => {
  const buyerId = await currentBuyer()
  const variantId = field('variant')
  if (!buyerId || !/^[\w-]{1,64}$/.test(variantId)) return seeOther('/cart')
  if (form.has('remove')) {
    await removeFromCart(buyerId, variantId)
    return seeOther('/cart')
  }
  const quantity = readQuantity(form.get('quantity'))
  if (quantity === undefined) return seeOther(`/cart?wrong=${variantId}`)
  await setCartQuantity(buyerId, variantId, quantity)
  return seeOther('/cart')
})
