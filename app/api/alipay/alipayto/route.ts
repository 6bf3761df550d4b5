import { createHash } from 'node:crypto'
import { currentOrNewBuyer } from '@/app/(shop)/account/current-buyer'
import { findOwnOrder } from '@/app/(shop)/orders/find-own-order'
import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/lib/see-other'
import { FORM_STYLE, SUBMIT_SCRIPT } from '@/lib/alipay/payment-form'
import type { Device } from '@/lib/gateway/gateway'
import { env } from '@/lib/env'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { type Notice, noticePage } from '@/lib/notice-page'
import { createOrder } from '@/lib/orders/create-order'
import { findOrder, type FullOrder } from '@/lib/orders/find-orders'
import { isPayable } from '@/lib/orders/possible-actions'
import { askIfPaid } from '@/lib/payments/ask-if-paid'
import { deviceOf } from '@/lib/payments/device-of'
import { type DirectPayFields, readDirectPay } from '@/lib/checkout/direct-pay'
import { hasRefusedPayment } from '@/lib/messages/refused-payments'
import { type Started, startPayment } from '@/lib/payments/start-payment'

/** Hands a stored order, or a direct payment that becomes one, over to the gateway (docs/spec.md T3.1c). */
export const POST = postRoute(async ({ request, form, field }) => {
  const device = deviceOf(request.headers)
  return form.has('orderNo')
    ? payOrder(field('orderNo'), form.has('anyway'), device)
    : payDirectly({ subject: field('subject'), total_fee: field('total_fee'), body: field('body') }, device)
})

const NO_ORDER =
  '没有这个订单，或者它不是用这个浏览器下的。\nThere is no such order, or it was not made in this browser.\n'

/** `anyway`: the gateway did not answer whether the order is paid, and the buyer says that it is not. */
async function payOrder(orderNo: string, anyway: boolean, device: Device) {
  const order = await findOwnOrder(orderNo)
  if (!order) return new Response(NO_ORDER, { status: 404 })
  const isOurs = order.gateway === ownGateway().name // an order of the other interface is paid no more
  return isOurs && isPayable(order) && (await isUnpaid(order, anyway))
    ? handOver(order.orderNo, await startPayment(order, ownGateway(), await buyerOn(device)))
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

async function payDirectly(fields: DirectPayFields, device: Device) {
  const payment = readDirectPay(fields, ownGateway())
  if (!payment.ok) {
    const { subject, total_fee, body } = fields
    return again('/direct-pay', { subject: kept(subject), total_fee: kept(total_fee), body: kept(body) })
  }
  const order = await createOrder({
    ...payment.draft,
    buyerId: await currentOrNewBuyer(),
    language: await language(),
  })
  return handOver(order.orderNo, await startPayment(order, ownGateway(), await buyerOn(device)))
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const POLICY = `default-src 'none'; script-src ${hashOf(SUBMIT_SCRIPT)}; style-src ${hashOf(FORM_STYLE)}; img-src 'self'; frame-ancestors 'none'`

const buyerOn = async (device: Device) => ({
  device,
  language: await language(),
  shopName: env().alipay.mainname,
})

/** A code is shown on the order's page, and so is an order whose code the gateway did not make. */
function handOver(orderNo: string, started: Started) {
  const page = `/orders/${orderNo}`
  if (started.kind === 'code') return seeOther(page)
  return started.kind === 'form' ? formPage(started.page) : noticePage(noCode(page))
}

const noCode = (href: string): Notice => ({
  status: 502,
  title: { zh: '没有拿到付款码', en: 'There is no code to pay by' },
  text: {
    zh: '支付宝没有给出付款码。订单还在，没有付款：过一会儿再试。一直这样，请联系卖家。',
    en: 'Alipay has made no code. Your order is kept, and nothing is paid: try again in a moment. If it stays so, get in touch with the seller.',
  },
  link: { href, zh: '回到订单', en: 'Back to the order' },
})

// without form-action, which browsers would apply to the gateway's own redirects too
const formPage = (page: Buffer) =>
  new Response(new Uint8Array(page), {
    headers: {
      'content-type': `text/html; charset=${ownGateway().charset}`,
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
    },
  })
