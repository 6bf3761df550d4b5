import { currentOrNewBuyer } from '@/app/current-buyer'
import { pathOfEarlierOrder } from '@/app/earlier-order'
import { again, kept } from '@/app/flash'
import { readFormId } from '@/app/form-id'
import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { isBusy } from '@/lib/busy'
import { shownCartFingerprint } from '@/lib/catalog/shown-cart-fingerprint'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { orderGoods } from '@/lib/orders/order-goods'
import { CHECKOUT_FIELDS, type CheckoutFields, readCheckout } from '@/lib/checkout/checkout'
import { linesToOrder } from '../lines-to-order'
import type { CheckoutProblem, TypedCheckout } from '../typed-checkout'

/** The order of what the checkout page shows, or the page once more with what is wrong. Nothing typed is lost. */
export const POST = postRoute(async ({ form, field }) => {
  const formId = readFormId(form)
  const values = Object.fromEntries(CHECKOUT_FIELDS.map((name) => [name, field(name)])) as CheckoutFields
  const [variant, quantity] = form.has('variant') ? [field('variant'), field('quantity')] : []
  const once = variant === undefined ? '' : `?${new URLSearchParams({ variant, quantity: quantity ?? '' })}`
  const refuse = (problem?: CheckoutProblem) => {
    const typed = Object.fromEntries(CHECKOUT_FIELDS.map((name) => [name, kept(values[name])]))
    const value: TypedCheckout = { values: typed as CheckoutFields, problem, formId }
    return again(`/checkout${once}`, value)
  }
  try {
    return await order()
  } catch (error) {
    if (isBusy(error)) return refuse('busy')
    throw error
  }

  async function order() {
    const earlier = await pathOfEarlierOrder(formId)
    if (earlier) return seeOther(earlier)
    const wanted = await linesToOrder(variant, quantity)
    if ('elsewhere' in wanted) return seeOther(wanted.elsewhere)
    // Goods and prices are the shop's; this only says whether the buyer has seen them.
    if (field('shown') !== shownCartFingerprint(wanted.lines)) return refuse('changed')
    const checkout = readCheckout(values, wanted.lines, ownGateway(), await language())
    if (!checkout.ok) return refuse()
    const draft = { ...checkout.draft, buyerId: await currentOrNewBuyer(formId), formId }
    const ordered = await orderGoods(draft, { fromCart: variant === undefined })
    if (ordered.kind === 'ordered') return seeOther(`/orders/${ordered.order.orderNo}`)
    return refuse(PROBLEMS[ordered.kind])
  }
})

const PROBLEMS = { sold_out: 'soldOut', cart_changed: 'changed', busy: 'busy' } as const
