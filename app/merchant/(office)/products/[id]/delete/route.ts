import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/lib/see-other'
import { deleteProduct } from '@/lib/catalog/save-product'

/** Deletes a product that was never ordered; an ordered one leads back to its page, which says why it stays. */
export const POST = merchantRoute<{ id: string }>(async ({ params: { id } }) => {
  const isGone = await deleteProduct(id)
  return seeOther(isGone ? '/merchant/products?deleted=1' : `/merchant/products/${encodeURIComponent(id)}`)
})
