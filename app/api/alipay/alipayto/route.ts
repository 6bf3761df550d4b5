import { createHash } from 'node:crypto'
import { currentBuyer, currentOrNewBuyer } from '@/app/current-buyer'
import { again, kept } from '@/app/flash'
import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { SUBMIT_SCRIPT } from '@/lib/alipay/payment-form'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { createOrder } from '@/lib/orders/create-order'
import { findBuyersOrder, findOrder } from '@/lib/orders/find-orders'
import { askIfPaid } from '@/lib/payments/ask-if-paid'
import type { FullOrder } from '@/lib/orders/full-order'
import { type DirectPayFields, readDirectPay } from '@/lib/checkout/direct-pay'
import { hasRefusedPayment } from '@/lib/messages/refused-payments'
import { isPayable, startPayment } from '@/lib/payments/start-payment'

/** The entry point (docs/spec.md T3.1c): a stored order, or a direct payment that becomes one, to the gateway. */
export const POST = postRoute(async ({ form, field }) =>
  form.has('orderNo')
    ? payOrder(field('orderNo'), form.has('anyway'))
    : payDirectly({ subject: field('subject'), total_fee: field('total_fee'), body: field('body') }),
)

const NO_ORDER =
  '没有这个订单，或者它不是用这个浏览器下的。\nThere is no such order, or it was not made in this browser.\n'

/** `anyway`: the buyer has read that it is not known whether the order is paid, and says that it is not. */
async function payOrder(orderNo: string, anyway: boolean) {
  const buyerId = await currentBuyer()
  const order = buyerId ? await findBuyersOrder(buyerId, orderNo) : null
  if (!order) return new Response(NO_ORDER, { status: 404 })
  return isPayable(order) && (await isUnpaid(order, anyway))
    ? handOver(await startPayment(order, ownGateway(), await language()))
    : seeOther(`/orders/${order.orderNo}`)
}

/** Of an order that was handed over before the gateway is asked: its notification may be lost, or was not accepted. */
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

// No form-action: browsers hold it against the gateway's own redirects too.
const handOver = (page: Buffer) =>
  new Response(new Uint8Array(page), {
    headers: {
      'content-type': `text/html; charset=${ownGateway().charset}`,
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; frame-ancestors 'none'`,
    },
  })
