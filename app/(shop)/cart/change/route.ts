import { postRoute } from '@/app/forms/post-route'
import { readQuantity, removeFromCart, setCartQuantity } from '@/lib/catalog/cart'
import { seeOther } from '@/lib/see-other'
import { currentBuyer } from '../../account/current-buyer'

/** Changes the quantity of a line of the cart, by the button pressed (`step`) or as typed, or removes the line. */
export const POST = postRoute(async ({ form, field }) => {
  const buyerId = await currentBuyer()
  const variantId = field('variant')
  if (!buyerId || !/^[\w-]{1,64}$/.test(variantId)) return seeOther('/cart')
  if (form.has('remove')) {
    await removeFromCart(buyerId, variantId)
    return seeOther('/cart')
  }
  const quantity = readQuantity(form.get('step') ?? form.get('quantity'))
  if (quantity === undefined) return seeOther(`/cart?wrong=${variantId}`)
  await setCartQuantity(buyerId, variantId, quantity)
  return seeOther('/cart')
})
