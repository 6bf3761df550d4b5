import { createHash } from 'node:crypto'
import { currentBuyer, currentOrNewBuyer } from '@/app/current-buyer'
import { seeOther } from '@/app/see-other'
import { SUBMIT_SCRIPT } from '@/lib/alipay/payment-form'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { createOrder } from '@/lib/orders/create-order'
import { findBuyersOrder } from '@/lib/orders/find-orders'
import { type DirectPayFields, readDirectPay } from '@/lib/payments/direct-pay'
import { isPayable, startPayment } from '@/lib/payments/start-payment'
import { isForeign, refuseForeign } from '@/lib/same-origin'

/** The entry point (docs/spec.md T3.1c): a stored order, or a direct payment that becomes one, to the gateway. */
export async function POST(request: Request) {
  // It would come without the buyer's cookie, and the new one would hide his orders from him.
  if (isForeign(request)) return refuseForeign()
  const form = await request.formData().catch(() => new FormData())
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  if (form.has('orderNo')) return payOrder(field('orderNo'))
  return payDirectly({ subject: field('subject'), total_fee: field('total_fee'), body: field('body') })
}

const NO_ORDER =
  '没有这个订单，或者它不是用这个浏览器下的。\nThere is no such order, or it was not made in this browser.\n'

async function payOrder(orderNo: string) {
  const buyerId = await currentBuyer()
  const order = buyerId ? await findBuyersOrder(buyerId, orderNo) : null
  if (!order) return new Response(NO_ORDER, { status: 404 })
  return isPayable(order)
    ? handOver(await startPayment(order, env().alipay, await language()))
    : seeOther(`/orders/${order.orderNo}`)
}

/** Long enough for every honest slip; the rest of a flood is not worth bringing back. */
const KEPT_CHARACTERS = 1_000

async function payDirectly(fields: DirectPayFields) {
  const payment = readDirectPay(fields, env().alipay)
  if (!payment.ok) {
    const kept = Object.entries(fields).map(([name, value]) => [
      name,
      value.slice(0, KEPT_CHARACTERS).toWellFormed(),
    ])
    return seeOther(`/direct-pay?${new URLSearchParams([...kept, ['checked', '1']])}`)
  }
  const order = await createOrder({ ...payment.draft, buyerId: await currentOrNewBuyer() })
  return handOver(await startPayment(order, env().alipay, await language()))
}

const SCRIPT_HASH = createHash('sha256').update(SUBMIT_SCRIPT).digest('base64')

// No form-action: browsers hold it against the gateway's own redirects too.
const handOver = (page: Buffer) =>
  new Response(new Uint8Array(page), {
    headers: {
      'content-type': `text/html; charset=${env().alipay.charset}`,
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; frame-ancestors 'none'`,
    },
  })
