import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { done, failed, openAnswer, openApp } from '../alipay/testing/open-account'
import { db } from '../db'
import { receiveMessage } from '../messages/receive-message'
import { recheck } from '../messages/recheck'
import { anOrder, message, signedBytes } from '../messages/testing/messages'
import {
  anOpenOrder,
  openGatewayStub,
  openMessage,
  openReturn,
  tradeNoOf,
  tradeOf,
} from '../messages/testing/open-gateway-stub'
import { stubGateway } from '../messages/testing/stub-gateway'
import { noteHandedOver } from '../orders/enquiry'
import { askAfterReturn, askIfPaid } from './ask-if-paid'
import { closeExpired } from './close-expired'
import { closeOrder } from './close-order'
import { queryTrade } from './query-trade'
import { shipOrder } from './ship-order'
import { startPayment } from './start-payment'

let gateway: Awaited<ReturnType<typeof openGatewayStub>>
beforeAll(async () => {
  gateway = await openGatewayStub()
})
afterAll(() => gateway.close())
beforeEach(() => gateway.reset())

const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: 'asc' } } } })
const kinds = async (order: Order) => (await orderNow(order)).events.map(({ kind }) => kind)
const receive = (channel: 'notify' | 'return', bytes: Uint8Array<ArrayBuffer>) =>
  receiveMessage({ channel, bytes, remoteAddress: '' }, gateway.ours)
const hours = (count: number) => new Date(Date.now() - count * 60 * 60 * 1000)
/** Handed over, and holding goods, more than a day ago. */
async function anExpiredOrder(totalFen = 1) {
  const order = await anOpenOrder(totalFen)
  await noteHandedOver(order.orderNo)
  return db().order.update({ where: { id: order.id }, data: { stockHeld: true, createdAt: hours(25) } })
}

describe('[O2] A notification of the open platform', () => {
  it('pays its order once, without any question to the gateway', async () => {
    const order = await anOpenOrder()
    const bytes = openMessage(order)
    expect(await receive('notify', bytes)).toMatchObject({ verdict: 'applied', answer: 'success', responseTxt: null })
    expect(await receive('notify', bytes)).toMatchObject({ verdict: 'duplicate', code: 'processed_before', answer: 'success' })
    expect(await orderNow(order)).toMatchObject({
      ...{ stage: 'paid', tradeStatus: 'TRADE_SUCCESS', tradeNo: tradeNoOf(order), paidFen: 1 },
      ...{ buyerEmail: 'buy***@example.com', paidAt: new Date('2026-11-29T02:00:04Z') },
    })
    expect(await kinds(order)).toEqual(['created', 'paid'])
    expect(gateway.calls).toEqual([])
  })

  it('can be rechecked from its bytes', async () => {
    const order = await anOpenOrder()
    const { id } = await receive('notify', openMessage(order))
    expect(await recheck(id, gateway.ours)).toMatchObject({ verdict: 'duplicate', recheckOf: id })
  })

  it.each<[what: string, changes: Record<string, string | undefined>, verdict: string, code: string]>([
    ['[#83] another application', { app_id: '2021000000000000' }, 'bad_seller', 'other_app'],
    ['[#83] no application', { app_id: undefined }, 'bad_seller', 'no_app'],
    ['[#83] another seller', { seller_id: '2088111111111111' }, 'bad_seller', 'other_seller_id'],
    ['another amount', { total_amount: '0.02' }, 'bad_amount', 'wrong_amount'],
    ['no amount', { total_amount: undefined }, 'bad_amount', 'no_amount'],
    ['no such order', { out_trade_no: 'none' }, 'unknown_order', 'no_order'],
    ['no trade number', { trade_no: 'x' }, 'bad_trade_no', 'no_trade_no'],
    ['another kind', { notify_type: 'other' }, 'illegal', 'notify_type'],
    ['no kind', { notify_type: undefined }, 'illegal', 'notify_type'],
    ['an unknown status', { trade_status: 'ODD' }, 'illegal', 'unknown_status'],
    ['a status of escrow', { trade_status: 'WAIT_SELLER_SEND_GOODS' }, 'illegal', 'cannot_follow'],
  ])('with %s changes nothing', async (_what, changes, verdict, code) => {
    const order = await anOpenOrder()
    expect(await receive('notify', openMessage(order, changes))).toMatchObject({ verdict, code })
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid', tradeStatus: null, paidAt: null })
  })

  it('without a seller is believed, because its application is ours', async () => {
    const order = await anOpenOrder()
    expect(await receive('notify', openMessage(order, { seller_id: undefined }))).toMatchObject({ verdict: 'applied' })
  })
}) // prettier-ignore

describe('[#78] One shop reads one interface', () => {
  it('a genuine message about an order of the other interface is of no order here', async () => {
    const order = await anOrder()
    const told = await receive('notify', openMessage(order))
    expect(told).toMatchObject({ verdict: 'unknown_order', code: 'other_gateway', answer: 'fail' })
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid', tradeNo: null })

    const partner = await stubGateway()
    const open = await anOpenOrder()
    const arrival = { channel: 'notify' as const, bytes: signedBytes(message(open), partner.account), remoteAddress: '' }
    expect(await receiveMessage(arrival, partner.ours)).toMatchObject({ verdict: 'unknown_order', code: 'other_gateway' })
    expect(await orderNow(open)).toMatchObject({ stage: 'unpaid', tradeNo: null })
    await partner.close()
  })

  it('an order of the other interface is neither asked about nor closed nor shipped, whatever is known here of its number', async () => {
    const order = await anOrder()
    const other = { kind: 'unbelievable', code: 'other_gateway', detail: 'partner' }
    expect(await queryTrade(order.orderNo, gateway.ours)).toEqual(other)
    expect(await closeOrder(order, gateway.ours)).toEqual(other)
    const shipment = { transportType: 'EXPRESS', logisticsName: '顺丰', invoiceNo: '1' } as const
    expect(await shipOrder(order, shipment, gateway.ours)).toEqual(other)
    expect(gateway.calls).toEqual([])
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid', logisticsName: null })
  })

  it('a message signed by the key of the other interface has a wrong sign', async () => {
    const partner = await stubGateway()
    const order = await anOpenOrder()
    const byMd5 = signedBytes(message(order), partner.account)
    expect(await receive('notify', byMd5)).toMatchObject({ verdict: 'bad_sign', code: 'sign_type', answer: 'fail' })
    const arrival = { channel: 'notify' as const, bytes: openMessage(await anOrder()), remoteAddress: '' }
    expect(await receiveMessage(arrival, partner.ours)).toMatchObject({ verdict: 'bad_sign', code: 'sign_type' })
    await partner.close()
  })
}) // prettier-ignore

describe('[#84] A return settles nothing', () => {
  it('its verdict is no_news, and the gateway is asked', async () => {
    const order = await anOpenOrder()
    expect(await receive('return', openReturn(order))).toMatchObject({ verdict: 'no_news', code: 'no_status', answer: '303' })
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid', tradeNo: null })
    await askAfterReturn(order, gateway.ours)
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid' })
    expect(gateway.calls).toMatchObject([{ method: 'alipay.trade.query', content: { out_trade_no: order.orderNo } }])
  })

  it('of another application or seller is refused', async () => {
    const order = await anOpenOrder()
    for (const changes of [{ app_id: undefined }, { app_id: '2021000000000000' }, { seller_id: '2088111111111111' }])
      expect(await receive('return', openReturn(order, changes))).toMatchObject({ verdict: 'bad_seller' })
  })

  it('[#92] however often it comes, the gateway is asked once in some seconds', async () => {
    const order = await anOpenOrder()
    gateway.answer = () => tradeOf(order)
    await Promise.all(Array.from({ length: 100 }, () => askAfterReturn(order, gateway.ours)))
    expect(gateway.calls).toHaveLength(1)
    expect(await orderNow(order)).toMatchObject({ stage: 'paid' })
  })
}) // prettier-ignore

describe('[O3] A query', () => {
  it('makes up for a payment whose notification was lost', async () => {
    const order = await anOpenOrder()
    gateway.answer = () => tradeOf(order)
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ kind: 'answered', row: { verdict: 'applied', channel: 'query' } })
    expect(await orderNow(order)).toMatchObject({ stage: 'paid', paidFen: 1, paidAt: new Date('2026-11-29T02:00:04Z') })
    const [row] = await db().notification.findMany({ where: { orderNo: order.orderNo } })
    expect(await recheck(row?.id ?? '', gateway.ours)).toMatchObject({ verdict: 'duplicate' })
  })

  it('of which nothing is known leaves the payment open', async () => {
    const order = await anOpenOrder()
    gateway.answer = () => failed('ACQ.SYSTEM_ERROR', '20000')
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ kind: 'unreachable', code: 'gateway_unsure', detail: 'SYSTEM_ERROR' })
    expect(await askIfPaid(order, gateway.ours)).toBe('unknown')
  })

  it('[#81] is not answered by a genuine answer about another order', async () => {
    const [order, other] = [await anOpenOrder(), await anOpenOrder()]
    gateway.answer = () => tradeOf(other)
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ kind: 'unbelievable', code: 'other_trade' })
    gateway.answer = () => done({})
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ kind: 'unbelievable', code: 'no_trade' })
    await receive('notify', openMessage(order))
    gateway.answer = () => tradeOf(order, { trade_no: '2026112900000000000000000009' })
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ kind: 'unbelievable', code: 'other_trade' })
    for (const one of [order, other]) expect((await kinds(one)).filter((kind) => kind === 'paid')).toHaveLength(one === order ? 1 : 0)
  })

  it('[#81] about a refund is not answered by one about another refund', () => {
    const asked = { orderNo: 'o', tradeNo: null, refundNo: 'a' }
    const answer = (out_request_no: string) => openAnswer('alipay.trade.fastpay.refund.query', done({ out_trade_no: 'o', out_request_no, refund_status: 'REFUND_SUCCESS' }))
    expect(gateway.ours.readAnswer(answer('a'), 'refund_query', asked)).toMatchObject({ kind: 'answered' })
    expect(gateway.ours.readAnswer(answer('b'), 'refund_query', asked)).toMatchObject({ kind: 'unbelievable', code: 'other_refund' })
  })

  it('[#76] is not answered by an answer signed with another key', async () => {
    const order = await anOpenOrder()
    gateway.answer = ({ method }) => openAnswer(method, tradeOf(order), openApp.privateKey)
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ kind: 'unbelievable', code: 'wrong_sign' })
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid' })
  })
}) // prettier-ignore

describe('An order whose time to pay is over', () => {
  it('[#90] is asked about, and closed only if it was not paid', async () => {
    const [paid, unpaid] = [await anExpiredOrder(), await anExpiredOrder()]
    gateway.answer = ({ content }) =>
      content.out_trade_no === paid.orderNo ? tradeOf(paid) : failed('ACQ.TRADE_NOT_EXIST')
    await closeExpired(gateway.ours)
    expect(await orderNow(paid)).toMatchObject({ stage: 'paid' })
    expect(await orderNow(unpaid)).toMatchObject({ stage: 'closed', tradeNo: null })
    expect(gateway.calls.filter(({ content }) => content.out_trade_no === unpaid.orderNo).map(({ method }) => method)).toEqual([
      'alipay.trade.query',
      'alipay.trade.close',
    ])
  })

  it('[#90] stays open while the gateway does not answer, and is paid by its word after that', async () => {
    const order = await anExpiredOrder()
    gateway.answer = () => undefined
    await closeExpired(gateway.ours)
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid' })
    expect(gateway.calls.map(({ method }) => method)).not.toContain('alipay.trade.close')
    gateway.answer = () => tradeOf(order)
    await closeExpired(gateway.ours)
    expect(await orderNow(order)).toMatchObject({ stage: 'paid' })
  })

  it('[#82] is not closed by a refusal that is not signed', async () => {
    const order = await anExpiredOrder()
    gateway.answer = ({ method }) => Buffer.from(`{"${method.replaceAll('.', '_')}_response":${JSON.stringify(failed('ACQ.TRADE_NOT_EXIST'))}}`)
    await closeExpired(gateway.ours)
    expect(await closeOrder(await orderNow(order), gateway.ours)).toMatchObject({ kind: 'unbelievable', code: 'no_sign' })
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid' })
    gateway.reset()
    await closeExpired(gateway.ours)
    expect(await orderNow(order)).toMatchObject({ stage: 'closed' })
  })

  it('[#91] and is paid between question and closing all the same is recorded as paid late', async () => {
    const order = await anExpiredOrder()
    await closeExpired(gateway.ours)
    expect(await receive('notify', openMessage(order))).toMatchObject({ verdict: 'applied' })
    expect(await orderNow(order)).toMatchObject({ stage: 'closed', paidFen: 1 })
    expect(await kinds(order)).toEqual(['created', 'closed', 'paid_late'])
  })

  it('[#91] is not handed over any more, and Alipay is told the moment from the first', async () => {
    const order = await anOpenOrder()
    const held = { ...order, stockHeld: true }
    const started = await startPayment(held, gateway.ours, { device: 'desktop', language: 'en', shopName: 'Danbao' })
    if (started.kind !== 'form') throw new Error(started.kind)
    const until = new Date(order.createdAt.getTime() + 32 * 60 * 60 * 1000).toISOString() // 24 hours, in Beijing
    expect(started.page.toString()).toContain(`time_expire&quot;:&quot;${until.slice(0, 19).replace('T', ' ')}`)
  })
}) // prettier-ignore

describe('[O8] The hand-over', () => {
  it.each([
    ['desktop', 'alipay.trade.page.pay'],
    ['phone', 'alipay.trade.wap.pay'],
  ] as const)('on a %s is a form of %s, and is logged', async (device, method) => {
    const order = await anOpenOrder()
    const started = await startPayment(order, gateway.ours, { device, language: 'en', shopName: 'Danbao' })
    if (started.kind !== 'form') throw new Error(started.kind)
    const page = started.page.toString()
    expect(page).toContain(`<input type="hidden" name="method" value="${method}">`)
    expect(page).toContain(`<form action="${gateway.settings.gatewayUrl}" method="post" accept-charset="utf-8">`)
    expect(await db().gatewayCall.findMany({ where: { orderNo: order.orderNo } })).toMatchObject([
      { verb: 'pay', service: method, outcome: null },
    ])
  })

  it('by a code keeps the code that the gateway has made', async () => {
    const shop = await openGatewayStub('qr')
    const order = await anOpenOrder()
    const code = 'https://qr.alipay.com/bax00000000000000000'
    shop.answer = () => done({ out_trade_no: order.orderNo, qr_code: code })
    expect(await startPayment(order, shop.ours, { device: 'phone', language: 'en', shopName: 'Danbao' })).toEqual({ kind: 'code' })
    expect(await orderNow(order)).toMatchObject({ qrCode: code, stage: 'unpaid' })
    expect(shop.calls).toMatchObject([{ method: 'alipay.trade.precreate', content: { total_amount: '0.01' } }])

    // after its life, or where the buyer wants another
    shop.answer = () => done({ out_trade_no: order.orderNo, qr_code: `${code}2` })
    expect(await startPayment(await orderNow(order), shop.ours, { device: 'desktop', language: 'zh', shopName: '担保小铺' })).toEqual({ kind: 'code' })
    expect(await orderNow(order)).toMatchObject({ qrCode: `${code}2` })
    expect(new Set(shop.calls.map(({ content }) => content.out_trade_no)).size).toBe(1)

    const other = await anOpenOrder()
    for (const answer of [failed('ACQ.SYSTEM_ERROR'), done({ out_trade_no: other.orderNo, qr_code: 'javascript:alert(1)' }), done({ out_trade_no: order.orderNo, qr_code: code })]) {
      shop.answer = () => answer
      expect((await startPayment(other, shop.ours, { device: 'phone', language: 'en', shopName: 'Danbao' })).kind).not.toBe('code')
    }
    expect(await orderNow(other)).toMatchObject({ qrCode: null })
    await shop.close()
  })

  it('[#95] keeps no private key, in what is logged or shown', async () => {
    const order = await anOpenOrder()
    await startPayment(order, gateway.ours, { device: 'desktop', language: 'en', shopName: 'Danbao' })
    const calls = JSON.stringify(await db().gatewayCall.findMany({ where: { orderNo: order.orderNo } }))
    const secret = gateway.settings.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    expect(calls).toContain('biz_content')
    for (let at = 0; at + 40 < secret.length; at += 40) expect(calls).not.toContain(secret.slice(at, at + 40))
    expect(JSON.stringify(gateway.settings)).not.toContain(secret.slice(100, 140))
  })
}) // prettier-ignore
