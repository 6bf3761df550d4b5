import { again, kept } from '@/app/forms/flash'
import { readIdempotencyKey } from '@/app/forms/idempotency-key'
import { postRoute } from '@/app/forms/post-route'
import { addAddress, findAddress } from '@/lib/addresses/address-book'
import { readAddress } from '@/lib/addresses/read-address'
import { isBusy } from '@/lib/busy'
import { shownCartFingerprint } from '@/lib/catalog/shown-cart-fingerprint'
import { readCheckout } from '@/lib/checkout/checkout'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { orderGoods } from '@/lib/orders/order-goods'
import { seeOther } from '@/lib/see-other'
import { withPasted } from '../../account/addresses/typed-address'
import { currentAccount, currentOrNewBuyer } from '../../account/current-buyer'
import { pathOfEarlierOrder } from '../earlier-order'
import { linesToOrder } from '../lines-to-order'
import { type CheckoutProblem, checkoutValues, type TypedCheckout } from '../typed-checkout'

/** Orders what the checkout page shows, or leads back to the page with what is wrong. Nothing typed is lost. */
export const POST = postRoute(async ({ form, field }) => {
  const formId = readIdempotencyKey(form)
  const values = checkoutValues(field)
  const savedId = field('address')
  const isKept = form.has('keep')
  const [variant, quantity] = form.has('variant') ? [field('variant'), field('quantity')] : []
  const once = variant === undefined ? '' : `?${new URLSearchParams({ variant, quantity: quantity ?? '' })}`
  const back = (more: Partial<TypedCheckout>) => {
    const typed = checkoutValues((name) => kept(values[name]))
    return again(`/checkout${once}`, {
      ...{ values: typed, savedId: kept(savedId), isKept, formId },
      ...more,
    } satisfies TypedCheckout)
  }
  const refuse = (problem?: CheckoutProblem) => back({ problem })
  if (form.has('parse'))
    return back(
      withPasted(
        checkoutValues((name) => kept(values[name])),
        kept(field('paste')),
      ),
    )
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
    const account = await currentAccount()
    const saved = account && savedId !== '' ? await findAddress(account.id, savedId) : null
    if (savedId !== '' && !saved) return refuse('noAddress')
    const chosen = { ...values, ...saved }
    const checkout = readCheckout(chosen, wanted.lines, ownGateway(), await language())
    if (!checkout.ok) return refuse()
    const draft = { ...checkout.draft, buyerId: await currentOrNewBuyer(formId), formId }
    const ordered = await orderGoods(draft, { fromCart: variant === undefined })
    if (ordered.kind !== 'ordered') return refuse(PROBLEMS[ordered.kind])
    const read = readAddress(values)
    if (account && isKept && !saved && !draft.virtual && read.ok) await addAddress(account.id, read.address)
    return seeOther(`/orders/${ordered.order.orderNo}`)
  }
})

const PROBLEMS = { sold_out: 'soldOut', cart_changed: 'changed', busy: 'busy' } as const
