import { createHash } from 'node:crypto'
import { currentOrNewBuyer } from '@/app/(shop)/account/current-buyer'
import { findOwnOrder } from '@/app/(shop)/orders/find-own-order'
import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/lib/see-other'
import { SUBMIT_SCRIPT } from '@/lib/alipay/payment-form'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { createOrder } from '@/lib/orders/create-order'
import { findOrder, type FullOrder } from '@/lib/orders/find-orders'
import { isPayable } from '@/lib/orders/possible-actions'
import { askIfPaid } from '@/lib/payments/ask-if-paid'
import { type DirectPayFields, readDirectPay } from '@/lib/checkout/direct-pay'
import { hasRefusedPayment } from '@/lib/messages/refused-payments'
import { startPayment } from '@/lib/payments/start-payment'

/** Hands a stored order, or a direct payment that becomes one, over to the gateway (docs/spec.md T3.1c). */
export const POST = postRoute(async ({ form, field }) =>
  form.has('orderNo')
    ? payOrder(field('orderNo'), form.has('anyway'))
    : payDirectly({ subject: field('subject'), total_fee: field('total_fee'), body: field('body') }),
)

const NO_ORDER =
  '没有这个订单，或者它不是用这个浏览器下的。\nThere is no such order, or it was not made in this browser.\n'

/** `anyway`: the gateway did not answer whether the order is paid, and the buyer says that it is not. */
async function payOrder(orderNo: string, anyway: boolean) {
  const order = await findOwnOrder(orderNo)
  if (!order) return new Response(NO_ORDER, { status: 404 })
  return isPayable(order) && (await isUnpaid(order, anyway))
    ? handOver(await startPayment(order, ownGateway(), await language()))
    : seeOther(`/orders/${order.orderNo}`)
}

/** Queries the gateway about an order that was handed over before: its notification may be lost or refused. */
async function isUnpaid({ orderNo, enquiry }: FullOrder, anyway: boolean) {
  if (enquiry?.handedOverAt) {
    const payment = await askIfPaid({ orderNo }, ownGateway())
    if (payment === 'paid' || (payment === 'unknown' && !anyway)) return false
  }
  const now = await findOrder(orderNo)
  return now !== null && isPayable(now) && !(await hasRefusedPayment(orderNo))
}

async function payDirectly(fields: DirectPayFields) {
  const payment = readDirectPay(fields, ownGateway())
  if (!payment.ok) {
    const { subject, total_fee, body } = fields
    return again('/direct-pay', { subject: kept(subject), total_fee: kept(total_fee), body: kept(body) })
  }
  const order = await createOrder({ ...payment.draft, buyerId: await currentOrNewBuyer() })
  return handOver(await startPayment(order, ownGateway(), await language()))
}

const SCRIPT_HASH = createHash('sha256').update(SUBMIT_SCRIPT).digest('base64')

// without form-action, which browsers would apply to the gateway's own redirects too
const handOver = (page: Buffer) =>
  new Response(new Uint8Array(page), {
    headers: {
      'content-type': `text/html; charset=${ownGateway().charset}`,
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; frame-ancestors 'none'`,
    },
  })
