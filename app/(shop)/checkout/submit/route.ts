import { again, kept } from '@/app/forms/flash'
import { readIdempotencyKey } from '@/app/forms/idempotency-key'
import { postRoute } from '@/app/forms/post-route'
import { isBusy } from '@/lib/busy'
import { shownCartFingerprint } from '@/lib/catalog/shown-cart-fingerprint'
import { readCheckout } from '@/lib/checkout/checkout'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { orderGoods } from '@/lib/orders/order-goods'
import { seeOther } from '@/lib/see-other'
import { currentOrNewBuyer } from '../../account/current-buyer'
import { pathOfEarlierOrder } from '../earlier-order'
import { linesToOrder } from '../lines-to-order'
import { type CheckoutProblem, checkoutValues, type TypedCheckout } from '../typed-checkout'

/** Orders what the checkout page shows, or leads back to the page with what is wrong. Nothing typed is lost. */
export const POST = postRoute(async ({ form, field }) => {
  const formId = readIdempotencyKey(form)
  const values = checkoutValues(field)
  const [variant, quantity] = form.has('variant') ? [field('variant'), field('quantity')] : []
  const once = variant === undefined ? '' : `?${new URLSearchParams({ variant, quantity: quantity ?? '' })}`
  const refuse = (problem?: CheckoutProblem) => {
    const typed = checkoutValues((name) => kept(values[name]))
    return again(`/checkout${once}`, { values: typed, problem, formId } satisfies TypedCheckout)
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
    // goods and prices are the database's; this only tells whether the buyer has seen them
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
