import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'

/**
 * The notification handler that tutorials show: verifies the sign, and writes. No question to the gateway, no check of
 * seller, trade or amount, no guard against two at once, no log.
 */
export async function POST(request: Request) {
  const form = new URLSearchParams(await request.text())
  const params = Object.fromEntries(form)
  const text = Object.keys(params)
    .filter((name) => params[name] && name !== 'sign' && name !== 'sign_type')
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join('&')
  const { alipay } = env()
  const key = alipay.kind === 'partner' ? alipay.key : ''
  const mysign = createHash('md5')
    .update(text + key)
    .digest('hex')
  if (mysign !== params.sign) return new Response('fail')
  const order = await db().order.findUnique({ where: { orderNo: params.out_trade_no } })
  if (!order) return new Response('fail')
  if (!order.paidAt) {
    await db().order.update({
      where: { id: order.id },
      data: {
        tradeStatus: 'WAIT_SELLER_SEND_GOODS',
        stage: 'paid',
        tradeNo: params.trade_no,
        paidAt: new Date(),
      },
    })
    await db().orderEvent.create({ data: { orderId: order.id, kind: 'paid' } })
  }
  return new Response('success')
}
