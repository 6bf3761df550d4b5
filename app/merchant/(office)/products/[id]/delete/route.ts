import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/app/forms/see-other'
import { deleteProduct } from '@/lib/catalog/save-product'

/** Takes a product away that nobody ordered; the page of one that somebody did says why it stays. */
export const POST = merchantRoute<{ id: string }>(async ({ params: { id } }) => {
  const isGone = await deleteProduct(id)
  return seeOther(isGone ? '/merchant/products?deleted=1' : `/merchant/products/${encodeURIComponent(id)}`)
})
