import { currentOrNewBuyer } from '@/app/current-buyer'
import { seeOther } from '@/app/see-other'
import { addToCart, readLine } from '@/lib/catalog/cart'
import { readQuantity } from '@/lib/catalog/read-quantity'
import { isForeign } from '@/lib/same-origin'

/** Some of a variant into the cart; what cannot be goes back to the product's page, which says why. */
export async function POST(request: Request) {
  // It would come without the buyer's cookie, and the new one would hide his orders from him.
  if (isForeign(request)) return new Response('请从本店的页面放入购物车。', { status: 403 })
  const form = await request.formData().catch(() => new FormData())
  const quantity = readQuantity(form.get('quantity'))
  const line = await readLine(String(form.get('variant')), quantity ?? 1)
  if (!line || line.problem === 'withdrawn')
    return new Response('没有这件商品，或者它已经下架。', { status: 404 })
  const problem = quantity === undefined ? 'quantity' : line.problem
  if (quantity === undefined || problem) return seeOther(`/products/${line.slug}?problem=${problem}`)
  const { kind } = await addToCart(await currentOrNewBuyer(), line.variantId, quantity)
  return seeOther(kind === 'full' ? `/products/${line.slug}?problem=full` : '/cart')
}
