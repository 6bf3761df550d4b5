import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { xmlFailure, xmlSuccess } from '../alipay/partner/write-xml-answer'
import { db } from '../db'
import { closeOrder } from './close-order'
import { listCalls } from './call-gateway'
import { queryTrade } from './query-trade'
import { partnerGateway } from '../gateway/partner-gateway'
import { receiveMessage } from '../messages/receive-message'
import { type Shipped, shipOrder } from './ship-order'
import { anOrder, type Fields, message, signedBytes, tradeAnswer } from '../messages/testing/messages'
import { stubGateway, type StubGateway } from '../messages/testing/stub-gateway'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.answer = 'true'
  gateway.service = () => xmlFailure('TRADE_NOT_EXIST', 'utf-8')
  gateway.calls = []
})

const account = () => gateway.account
const ours = () => gateway.ours
const orderNow = (order: Order) =>
  db().order.findUniqueOrThrow({ where: { id: order.id }, include: { events: true } })
const tell = (order: Order, changes: Fields = {}) =>
  receiveMessage(
    { channel: 'notify', bytes: signedBytes(message(order, changes), account()), remoteAddress: '' },
    ours(),
  )
const aPaidOrder = async () => {
  const order = await anOrder(1)
  await tell(order)
  return orderNow(order)
}
const results = async (order: Order) =>
  (await listCalls(order.orderNo)).map(({ verb, service, outcome, code }) => [verb, service, outcome, code])

describe('A query', () => {
  it.each(['utf-8', 'gbk'] as const)(
    '[T5.3] makes up for a payment whose messages were lost, in %s',
    async (charset) => {
      const other = await stubGateway(charset)
      const order = await anOrder(1, '订单编号：绿茶')
      other.service = () => tradeAnswer(order, other.account)
      const result = await queryTrade(order.orderNo, other.ours)
      expect(result).toMatchObject({
        kind: 'answered',
        row: { channel: 'query', verdict: 'applied', answer: '' },
      })
      const { events, ...now } = await orderNow(order)
      expect(now).toMatchObject({ tradeStatus: 'WAIT_SELLER_SEND_GOODS', paidFen: 1, buyerEmail: 'buyer@example.com' }) // prettier-ignore
      expect(events.map(({ kind }) => kind).sort()).toEqual(['created', 'paid'])
      expect(other.calls).toMatchObject([{ service: 'single_trade_query', out_trade_no: order.orderNo }])
      await other.close()
    },
  )

  it('[T3.4b] that brings nothing new changes nothing, and asks by the trade number once it is known', async () => {
    const order = await aPaidOrder()
    gateway.service = () => tradeAnswer(order, account())
    expect(await queryTrade(order.orderNo, ours())).toMatchObject({ row: { verdict: 'duplicate' } })
    expect(await orderNow(order)).toEqual(order)
    expect(gateway.calls).toMatchObject([{ trade_no: order.tradeNo }])
    expect(await results(order)).toEqual([['query', 'single_trade_query', 'answered', null]])
  })

  it('[#49] and the late notification at the same moment pay once', async () => {
    const order = await anOrder(1)
    gateway.service = () => tradeAnswer(order, account())
    await Promise.all([...[1, 2, 3].map(() => queryTrade(order.orderNo, ours())), tell(order), tell(order)])
    const verdicts = await db().notification.findMany({ where: { orderNo: order.orderNo } })
    expect(verdicts.filter(({ verdict }) => verdict === 'applied')).toHaveLength(1)
    expect((await orderNow(order)).events).toHaveLength(2)
  })

  it('tells of a refund with milliseconds in its time, and of a trade that nobody has begun', async () => {
    const order = await aPaidOrder()
    const refunded = { trade_status: 'TRADE_CLOSED', refund_status: 'REFUND_SUCCESS' }
    const times = { gmt_refund: '2026-11-23 10:00:00.744', gmt_close: '2026-11-23 10:00:00' }
    gateway.service = () => tradeAnswer(order, account(), { ...refunded, ...times })
    await queryTrade(order.orderNo, ours())
    expect(await orderNow(order)).toMatchObject({
      tradeStatus: 'TRADE_CLOSED',
      refundStatus: 'REFUND_SUCCESS',
    })
    gateway.service = () => xmlFailure('TRADE_NOT_EXIST', 'utf-8')
    const unborn = await anOrder(1)
    expect(await queryTrade(unborn.orderNo, ours())).toMatchObject({
      kind: 'refused',
      code: 'TRADE_NOT_EXIST',
    })
  })

  it('[#74] with a wrong sign, or none, or of another amount, or no XML at all pays nothing', async () => {
    const order = await anOrder(2)
    const right = tradeAnswer({ ...order, totalFen: 1 }, account(), { price: '0.01' }).toString()
    const answers = [
      right.replaceAll('>0.01<', '>0.02<'),
      right.replace(/<sign>.*?<\/sign>/, ''),
      right.replace('<alipay>', '<!DOCTYPE alipay><alipay>'),
      '<html>系统维护中</html>',
      '',
    ]
    for (const answer of answers) {
      gateway.service = () => answer
      expect((await queryTrade(order.orderNo, ours())).kind).toBe('unbelievable')
    }
    gateway.service = () => right
    expect(await queryTrade(order.orderNo, ours())).toMatchObject({ row: { verdict: 'bad_amount' } })
    expect((await orderNow(order)).tradeStatus).toBeNull()
  })

  it('of a gateway that is not there says why, and is noted', async () => {
    const order = await anOrder(1)
    const gone = partnerGateway({ ...account(), gatewayUrl: 'http://127.0.0.1:9/gateway.do' })
    const noAnswer = { code: 'no_connection', detail: expect.stringMatching(/./) }
    expect(await queryTrade(order.orderNo, gone)).toMatchObject({ kind: 'unreachable', ...noAnswer })
    expect(await listCalls(order.orderNo)).toMatchObject([
      { verb: 'query', outcome: 'unreachable', ...noAnswer },
    ])
  })

  it('[#72] is kept as it was sent, without the key', async () => {
    const order = await anOrder(1)
    await queryTrade(order.orderNo, ours())
    const [call] = await listCalls(order.orderNo)
    expect(call?.params).toMatchObject({ service: 'single_trade_query', sign_type: 'MD5' })
    expect(JSON.stringify(call?.params)).not.toContain(account().key)
  })
})

it.each(['query', 'close', 'ship'] as const)(
  '[#17] A %s whose connection breaks before an answer: only a query is sent once more',
  async (verb) => {
    const order = await aPaidOrder()
    let sent = 0
    const server = createServer((request) => {
      sent++
      request.socket.destroy()
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    const broken = partnerGateway({ ...account(), gatewayUrl: `http://127.0.0.1:${port}/gateway.do` })
    const calls = {
      query: () => queryTrade(order.orderNo, broken),
      close: () => closeOrder(order, broken),
      ship: () => shipOrder(order, SHIPMENT, broken),
    }
    expect(await calls[verb]()).toMatchObject({ kind: 'unreachable', code: 'no_connection' })
    expect(sent).toBe(verb === 'query' ? 2 : 1)
    await new Promise((closed) => server.close(closed))
  },
)

const SHIPMENT = { transportType: 'EXPRESS', logisticsName: '顺丰速运', invoiceNo: 'SF1' } as const

describe('Shipping', () => {
  const shipped = (order: Order) =>
    tradeAnswer(order, account(), {
      trade_status: 'WAIT_BUYER_CONFIRM_GOODS',
      gmt_send_goods: '2026-11-22 11:00:00',
    })
  const shipsAt = (order: Order, changes: Fields = {}) => {
    const params = Object.entries({ trade_no: order.tradeNo ?? '', trade_status: 'WAIT_BUYER_CONFIRM_GOODS', ...changes }) // prettier-ignore
    const response = { element: 'tradeBase', params: params as [string, string][] }
    gateway.service = ({ service }) =>
      service === 'single_trade_query' ? shipped(order) : xmlSuccess({ response }, account().key, 'utf-8')
  }

  it('tells the gateway, notes how, and the order follows by the gateway’s own word; twice is once', async () => {
    const order = await aPaidOrder()
    shipsAt(order)
    expect(await shipOrder(order, SHIPMENT, ours())).toMatchObject({ kind: 'answered' })
    expect(await shipOrder(order, SHIPMENT, ours())).toMatchObject({ kind: 'answered' })
    const { events, ...now } = await orderNow(order)
    expect(now).toMatchObject({ ...SHIPMENT, tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS' })
    expect(events.filter(({ kind }) => kind === 'shipped')).toHaveLength(1)
    expect(gateway.calls[0]).toMatchObject({
      service: 'send_goods_confirm_by_platform',
      trade_no: order.tradeNo,
      logistics_name: '顺丰速运',
      invoice_no: 'SF1',
      transport_type: 'EXPRESS',
    })
  })

  it('that the gateway refuses, or answers with a wrong sign or another trade, changes nothing', async () => {
    const order = await aPaidOrder()
    gateway.service = () => xmlFailure('TRADE_STATUS_NOT_AVAILD', 'utf-8')
    expect(await shipOrder(order, SHIPMENT, ours())).toMatchObject({
      kind: 'refused',
      code: 'TRADE_STATUS_NOT_AVAILD',
    })
    shipsAt(order, { trade_no: '2026112200000000' })
    expect(await shipOrder(order, SHIPMENT, ours())).toMatchObject({
      kind: 'unbelievable',
      code: 'other_trade',
    })
    gateway.service = () => xmlSuccess({ response: { element: 'tradeBase', params: [['trade_no', order.tradeNo ?? '']] } }, 'x'.repeat(32), 'utf-8') // prettier-ignore
    expect(await shipOrder(order, SHIPMENT, ours())).toMatchObject({
      kind: 'unbelievable',
      code: 'wrong_sign',
    })
    expect(await orderNow(order)).toEqual(order)
    expect((await listCalls(order.orderNo)).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['unbelievable', 'wrong_sign'],
      ['unbelievable', 'other_trade'],
      ['refused', 'TRADE_STATUS_NOT_AVAILD'],
    ])
  })

  it('needs a trade, and words that the charset can carry', async () => {
    expect(await shipOrder(await anOrder(1), SHIPMENT, ours())).toEqual({ kind: 'refused', code: 'TRADE_NOT_EXIST' }) // prettier-ignore
    const gbk = partnerGateway({ ...account(), charset: 'gbk' })
    const cup = { ...SHIPMENT, logisticsName: '🚚' }
    expect(await shipOrder(await aPaidOrder(), cup, gbk)).toEqual({
      kind: 'refused',
      code: 'ILLEGAL_ENCODING',
    })
    expect(gateway.calls).toEqual([])
  })
})

it('The gateway keeps the first waybill that it is told, and so does the order; another one after it is told of the first', async () => {
  const order = await aPaidOrder()
  takesShipments(order)
  await shipOrder(order, SHIPMENT, ours())
  expect(await shipOrder(order, { ...SHIPMENT, invoiceNo: 'SF2' }, ours())).toEqual({
    kind: 'sent_before',
    shipment: SHIPMENT,
  })
  expect(await orderNow(order)).toMatchObject({ invoiceNo: 'SF1' })
  expect(sentOff()).toEqual(['SF1'])
})

it('Of several who ship at once the gateway hears one, and the others are told of that one', async () => {
  const order = await aPaidOrder()
  takesShipments(order)
  const results = await Promise.all(
    ['A', 'B', 'C'].map((invoiceNo) => shipOrder(order, { ...SHIPMENT, invoiceNo }, ours())),
  )
  const [first] = sentOff()
  expect(sentOff()).toEqual([first])
  const shipment = { ...SHIPMENT, invoiceNo: first }
  expect(await orderNow(order)).toMatchObject(shipment)
  const others = { kind: 'sent_before', shipment }
  expect(results.toSorted((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
    { kind: 'answered' },
    others,
    others,
  ])
})

it('Where the gateway refuses the first of two, the second ships; a process that died in between holds nobody up for ever', async () => {
  const order = await aPaidOrder()
  const lease = new Date(Date.now() - 1)
  await db().order.update({ where: { id: order.id }, data: { shippingUntil: lease } })
  takesShipments(order)
  const takes = gateway.service
  gateway.service = (fields) =>
    fields.invoice_no === 'BAD' ? xmlFailure('ILLEGAL_ARGUMENT', 'utf-8') : takes(fields)
  const ship = (invoiceNo: string) => shipOrder(order, { ...SHIPMENT, invoiceNo }, ours())
  const [bad, good] = await Promise.all([ship('BAD'), ship('GOOD')])
  expect([{ kind: 'refused', code: 'ILLEGAL_ARGUMENT' }, { kind: 'sent_before', shipment: { ...SHIPMENT, invoiceNo: 'GOOD' } }]).toContainEqual(endOf(bad)) // prettier-ignore
  expect(good).toMatchObject({ kind: 'answered' })
  expect(await orderNow(order)).toMatchObject({ invoiceNo: 'GOOD', shippingUntil: null })
})

/** How a shipment ended, without its log entry. */
const endOf = (shipped: Shipped) =>
  'shipment' in shipped ? shipped : { kind: shipped.kind, code: 'code' in shipped ? shipped.code : undefined }

/** From now on the gateway takes every shipment, as the real one does (docs/protocol.md 2.6). */
function takesShipments(order: Order) {
  const response = { element: 'tradeBase', params: [['trade_no', order.tradeNo ?? '']] as [string, string][] }
  gateway.service = ({ service }) =>
    service === 'single_trade_query'
      ? tradeAnswer(order, account())
      : xmlSuccess({ response }, account().key, 'utf-8')
}

/** The waybills that the gateway was told. */
const sentOff = () =>
  gateway.calls
    .filter(({ service }) => service === 'send_goods_confirm_by_platform')
    .map(({ invoice_no }) => invoice_no)

describe('Closing', () => {
  it('closes the trade at the gateway, and the order by its word', async () => {
    const order = await anOrder(1)
    const unpaid = { trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined }
    await tell(order, unpaid)
    const closed = { ...unpaid, trade_status: 'TRADE_CLOSED', gmt_close: '2026-11-22 12:00:00' }
    gateway.service = ({ service }) =>
      service === 'close_trade'
        ? xmlSuccess({}, account().key, 'utf-8')
        : tradeAnswer(order, account(), closed)
    expect(await closeOrder(await orderNow(order), ours())).toMatchObject({ kind: 'answered' })
    expect(await orderNow(order)).toMatchObject({ tradeStatus: 'TRADE_CLOSED', paidAt: null })
  })

  it('is done by the shop alone where the buyer never came to the gateway', async () => {
    const order = await anOrder(1)
    expect(await closeOrder(order, ours())).toMatchObject({ kind: 'answered' })
    expect(gateway.calls).toMatchObject([{ service: 'close_trade', out_order_no: order.orderNo }])
    expect(await orderNow(order)).toMatchObject({ tradeStatus: 'TRADE_CLOSED', tradeNo: null })
  })

  it('[#54] and a payment that comes all the same is told as paid late: neither dropped nor does it reopen the order', async () => {
    const order = await anOrder(1)
    await closeOrder(order, ours())
    expect(await tell(order)).toMatchObject({ verdict: 'applied', answer: 'success' })
    const { events, ...now } = await orderNow(order)
    expect(now).toMatchObject({ tradeStatus: 'TRADE_CLOSED', paidFen: 1 })
    expect(events.map(({ kind }) => kind).sort()).toEqual(['closed', 'created', 'paid_late'])
  })

  it('[#54] is paid late too where the end of the trade is the first that is heard of it', async () => {
    const order = await anOrder(1)
    await closeOrder(order, ours())
    const finished = { trade_status: 'TRADE_FINISHED', gmt_close: '2026-11-23 10:00:00' }
    expect(await tell(order, finished)).toMatchObject({ verdict: 'applied' })
    const { events, ...now } = await orderNow(order)
    expect(now).toMatchObject({ tradeStatus: 'TRADE_CLOSED', paidFen: 1 })
    expect(events.map(({ kind }) => kind)).toContain('paid_late')
  })

  it('loses to a payment that was faster', async () => {
    const order = await anOrder(1)
    await tell(order)
    expect(await closeOrder(order, ours())).toMatchObject({
      kind: 'refused',
      code: 'TRADE_STATUS_NOT_AVAILD',
    })
    expect((await orderNow(order)).tradeStatus).toBe('WAIT_SELLER_SEND_GOODS')
  })
})
