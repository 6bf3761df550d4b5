import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { formatYuan } from '../alipay/money'
import { done, failed, openAnswer, openApp, openSignedBytes } from '../alipay/testing/open-account'
import { db } from '../db'
import { openGateway } from '../gateway/open-gateway'
import { receiveMessage } from '../messages/receive-message'
import { anOrder, aTradeNo } from '../messages/testing/messages'
import { refundOrder } from './refund-order'

/** Made so far, by number, in yuan. */
const made = new Map<string, string>()
const asked: { method: string; biz: Record<string, string> }[] = []
let refusal: string | undefined

/** Alipay's two methods for refunds, with signed answers. */
const server = createServer(async (request, response) => {
  const fields = new URL(request.url ?? '', 'http://gateway.example').searchParams
  for (const [name, value] of new URLSearchParams(await text(request))) fields.set(name, value)
  const method = fields.get('method') ?? ''
  const biz: Record<string, string> = JSON.parse(fields.get('biz_content') ?? '{}')
  asked.push({ method, biz })
  const order = await db().order.findFirstOrThrow({ where: { tradeNo: biz.trade_no ?? '' } })
  const named = { out_trade_no: order.orderNo, trade_no: order.tradeNo }
  const no = biz.out_request_no ?? ''
  if (method === 'alipay.trade.refund') {
    if (refusal) return response.end(openAnswer(method, failed(refusal)))
    made.set(no, biz.refund_amount ?? '')
    const refund_fee = formatYuan(
      [...made.values()].reduce((sum, yuan) => sum + Math.round(Number(yuan) * 100), 0),
    )
    return response.end(openAnswer(method, done({ ...named, fund_change: 'Y', refund_fee })))
  }
  const known = made.has(no) && {
    ...named,
    ...{ out_request_no: no, refund_status: 'REFUND_SUCCESS', refund_amount: made.get(no) },
    total_amount: formatYuan(order.totalFen),
  }
  response.end(openAnswer(method, done({ ...known })))
}).listen(0, '127.0.0.1')
afterAll(() => server.close())
await once(server, 'listening')

const { port } = server.address() as AddressInfo
const gateway = openGateway({
  ...openApp,
  ...{ gatewayUrl: `http://127.0.0.1:${port}/gateway.do`, partner: '2088000000000001', product: 'web' },
  ...{
    notifyUrl: 'http://shop.example/n',
    returnUrl: 'http://shop.example/r',
    showUrl: 'http://shop.example/o',
  },
})

async function paid() {
  made.clear()
  asked.length = 0
  refusal = undefined
  const { id } = await anOrder(100)
  const state = { gateway: 'open', stage: 'paid', tradeStatus: 'TRADE_SUCCESS', tradeNo: aTradeNo() } as const
  return db().order.update({ where: { id }, data: { ...state, paidAt: new Date(), paidFen: 100 } })
}
const refund = (order: Order, fen: number) => refundOrder(order, { fen, reason: '缺货' }, gateway)
const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({ where: { id }, include: { refunds: { orderBy: { createdAt: 'asc' } } } })

/** Alipay's notification after a refund: the sum of all refunds, and the number of the last one. */
function tell(order: Order, status: string, changes: Record<string, string>) {
  const bytes = openSignedBytes(
    Object.entries({
      ...{ notify_id: `${order.orderNo}${changes.out_biz_no}`, notify_type: 'trade_status_sync' },
      ...{ notify_time: '2026-11-29 10:00:00', charset: 'utf-8', version: '1.0' },
      ...{ app_id: openApp.appId, seller_id: '2088000000000001' },
      ...{ trade_no: order.tradeNo ?? '', out_trade_no: order.orderNo, trade_status: status },
      ...{ total_amount: '1.00', gmt_payment: '2026-11-29 09:00:00', gmt_refund: '2026-11-29 10:00:00.123' },
      ...changes,
    }),
  )
  return receiveMessage({ channel: 'notify', bytes, remoteAddress: '127.0.0.1' }, gateway)
}

it('Alipay’s signed answer to the question after it makes a refund, and its sum is not counted again', async () => {
  const order = await paid()
  expect(await refund(order, 30)).toMatchObject({ kind: 'answered' })
  expect(await refund(order, 70)).toMatchObject({ kind: 'answered' })
  const { refunds, ...now } = await orderNow(order)
  expect(now).toMatchObject({ stage: 'closed', refundedFen: 100 })
  expect(refunds).toMatchObject([{ fen: 30, state: 'made' }, { fen: 70, state: 'made' }]) // prettier-ignore
  expect(asked.map(({ method, biz }) => [method, biz.out_request_no, biz.refund_amount])).toEqual([
    ['alipay.trade.refund', refunds[0]?.no, '0.30'],
    ['alipay.trade.fastpay.refund.query', refunds[0]?.no, undefined],
    ['alipay.trade.refund', refunds[1]?.no, '0.70'],
    ['alipay.trade.fastpay.refund.query', refunds[1]?.no, undefined],
  ])
})

it('[#89] A notification that names the refund and the sum counts it once, before and after the answer', async () => {
  const order = await paid()
  await refund(order, 30)
  const { refunds } = await orderNow(order)
  const told = { refund_fee: '0.30', out_biz_no: refunds[0]?.no ?? '' }
  expect(await tell(order, 'TRADE_SUCCESS', told)).toMatchObject({ verdict: 'duplicate', answer: 'success' })
  expect(await orderNow(order)).toMatchObject({ stage: 'paid', refundedFen: 30 })
  // made on Alipay's site
  expect(await tell(order, 'TRADE_CLOSED', { refund_fee: '1.00', out_biz_no: 'site' })).toMatchObject({
    verdict: 'applied',
  })
  const events = await db().orderEvent.findMany({ where: { orderId: order.id, kind: 'refunded' } })
  expect(events.map(({ ref }) => ref).toSorted()).toEqual([refunds[0]?.no, 'site'].toSorted())
  expect(await orderNow(order)).toMatchObject({ stage: 'closed', refundedFen: 100 })
})

it('[#87] A question about a refund that Alipay does not know leaves it open; a signed refusal for good ends it', async () => {
  const order = await paid()
  refusal = 'ACQ.SYSTEM_ERROR'
  await refund(order, 100)
  expect((await orderNow(order)).refunds).toMatchObject([{ state: 'sent' }])
  const other = await paid()
  refusal = 'ACQ.SELLER_BALANCE_NOT_ENOUGH'
  expect(await refund(other, 100)).toMatchObject({ kind: 'refused' })
  const { refunds } = await orderNow(other)
  expect(refunds).toMatchObject([{ state: 'refused' }])
  expect(gateway.errorHelp(refunds[0]?.code ?? '')?.title.zh).toMatch(/余额/)
})
