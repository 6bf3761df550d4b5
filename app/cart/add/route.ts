import { currentOrNewBuyer } from '@/app/current-buyer'
import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { addToCart, readLine, readQuantity } from '@/lib/catalog/cart'
import { language } from '@/lib/language'

/** Some of a variant into the cart; what cannot be goes back to the product's page, which says why. */
export const POST = postRoute(async ({ form, field }) => {
  const quantity = readQuantity(form.get('quantity'))
  const line = await readLine(field('variant'), quantity ?? 1, await language())
  if (!line) return seeOther('/')
  if (line.problem === 'withdrawn') return seeOther(`/products/${line.slug}`) // which says that it is gone
  const problem = quantity === undefined ? 'quantity' : line.problem
  if (quantity === undefined || problem) return seeOther(`/products/${line.slug}?problem=${problem}`)
  const { kind } = await addToCart(await currentOrNewBuyer(), line.variantId, quantity)
  return seeOther(kind === 'full' ? `/products/${line.slug}?problem=full` : '/cart')
})
