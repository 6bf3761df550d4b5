import { postRoute } from '@/app/forms/post-route'
import { addToCart, readLine, readQuantity } from '@/lib/catalog/cart'
import { language } from '@/lib/language'
import { seeOther } from '@/lib/see-other'
import { currentOrNewBuyer } from '../../account/current-buyer'

/** Puts a quantity of a variant into the cart, or leads back to the product's page with the reason. */
export const POST = postRoute(async ({ form, field }) => {
  const quantity = readQuantity(form.get('quantity'))
  const line = await readLine(field('variant'), quantity ?? 1, await language())
  if (!line) return seeOther('/')
  if (line.problem === 'withdrawn') return seeOther(`/products/${line.slug}`) // which says so
  const problem = quantity === undefined ? 'quantity' : line.problem
  if (quantity === undefined || problem) return seeOther(`/products/${line.slug}?problem=${problem}`)
  const { kind } = await addToCart(await currentOrNewBuyer(), line.variantId, quantity)
  return seeOther(kind === 'full' ? `/products/${line.slug}?problem=full` : '/cart')
})
