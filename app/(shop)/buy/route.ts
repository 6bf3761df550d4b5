import { readIdempotencyKey } from '@/app/forms/idempotency-key'
import { postRoute } from '@/app/forms/post-route'
import { readLine, readQuantity } from '@/lib/catalog/cart'
import { findTestVariant, needsNoAddress } from '@/lib/catalog/products'
import { quickOrder } from '@/lib/checkout/quick-order'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { orderGoods } from '@/lib/orders/order-goods'
import { seeOther } from '@/lib/see-other'
import { currentOrNewBuyer } from '../account/current-buyer'
import { pathOfEarlierOrder } from '../checkout/earlier-order'

/**
 * Orders at once what needs no checkout: `variant` and `quantity`, or the test product by `test`. Price and postage are the
 * catalogue's, not the form's.
 */
export const POST = postRoute(async ({ form, field }) => {
  const formId = readIdempotencyKey(form)
  const earlier = await pathOfEarlierOrder(formId)
  if (earlier) return seeOther(earlier)

  const spoken = await language()
  const quantity = form.has('test') ? 1 : readQuantity(form.get('quantity'))
  const variant = form.has('test') ? await findTestVariant() : field('variant')
  if (variant === undefined) return seeOther('/direct-pay')
  const line = await readLine(variant, quantity ?? 1, spoken)
  if (!line) return seeOther('/')
  const { slug, variantId } = line
  if (line.problem === 'withdrawn') return seeOther(`/products/${slug}`) // which says so
  const problem = quantity === undefined ? 'quantity' : line.problem
  if (quantity === undefined || problem) return seeOther(`/products/${slug}?problem=${problem}`)
  if (!needsNoAddress(line))
    return seeOther(`/checkout?${new URLSearchParams({ variant: variantId, quantity: `${quantity}` })}`)

  const order = quickOrder(line, ownGateway(), spoken)
  if (!order.ok) return seeOther(`/products/${slug}?problem=too_much`)
  const draft = { ...order.draft, buyerId: await currentOrNewBuyer(formId), formId }
  const ordered = await orderGoods(draft, { fromCart: false })
  if (ordered.kind === 'ordered') return seeOther(`/orders/${ordered.order.orderNo}`)
  return seeOther(`/products/${slug}?problem=${ordered.kind === 'busy' ? 'busy' : 'sold_out'}`)
})
