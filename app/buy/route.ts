import { currentOrNewBuyer } from '@/app/current-buyer'
import { readFormId } from '@/app/form-id'
import { pathOfEarlierOrder } from '@/app/earlier-order'
import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { readLine, readQuantity } from '@/lib/catalog/cart'
import { needsNoAddress } from '@/lib/catalog/products'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { orderGoods } from '@/lib/orders/order-goods'
import { quickOrder } from '@/lib/checkout/quick-order'

/** An order at once, of goods of which nothing has to be asked. Price and postage are the catalogue's, not the form's. */
export const POST = postRoute(async ({ form, field }) => {
  const formId = readFormId(form)
  const earlier = await pathOfEarlierOrder(formId)
  if (earlier) return seeOther(earlier)

  const spoken = await language()
  const quantity = readQuantity(form.get('quantity'))
  const line = await readLine(field('variant'), quantity ?? 1, spoken)
  if (!line) return seeOther('/')
  const { slug, variantId } = line
  if (line.problem === 'withdrawn') return seeOther(`/products/${slug}`) // which says that it is gone
  const problem = quantity === undefined ? 'quantity' : line.problem
  if (quantity === undefined || problem) return seeOther(`/products/${slug}?problem=${problem}`)
  if (!needsNoAddress(line))
    return seeOther(`/checkout?${new URLSearchParams({ variant: variantId, quantity: `${quantity}` })}`)

  const order = quickOrder(line, ownGateway(), spoken)
  if (!order) return seeOther(`/products/${slug}?problem=too_much`)
  const draft = { ...order, buyerId: await currentOrNewBuyer(formId), formId }
  const ordered = await orderGoods(draft, { fromCart: false })
  if (ordered.kind === 'ordered') return seeOther(`/orders/${ordered.order.orderNo}`)
  return seeOther(`/products/${slug}?problem=${ordered.kind === 'busy' ? 'busy' : 'sold_out'}`)
})
