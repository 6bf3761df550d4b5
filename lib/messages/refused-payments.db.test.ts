import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { xmlFailure, xmlSuccess } from '../alipay/partner/write-xml-answer'
import { db } from '../db'
import { findEnquiry } from '../orders/enquiry'
import { acceptPrice, declinePrice } from '../orders/change-order'
import { closeAbandoned } from '../orders/close-abandoned'
import { closeOrder } from '../payments/close-order'
import { queryTrade } from '../payments/query-trade'
import { receiveMessage } from './receive-message'
import { hasRefusedPayment, listRefusedPayments } from './refused-payments'
import { aTradeNo, anOrder, type Fields, message, signedBytes, tradeAnswer } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  gateway.answer = 'true'
  gateway.service = () => xmlFailure('TRADE_NOT_EXIST', 'utf-8')
  gateway.calls = []
  await db().refusedPayment.deleteMany()
})

const tell = (
  order: Pick<Order, 'orderNo' | 'subject' | 'totalFen'>,
  changes: Fields = {},
  unsigned: Fields = {},
) =>
  receiveMessage(
    {
      channel: 'notify',
      bytes: signedBytes(message(order, changes), gateway.account, unsigned),
      remoteAddress: '',
    },
    gateway.ours,
  )
const open = async (order: Pick<Order, 'orderNo'>) =>
  (await listRefusedPayments([order.orderNo])).map(({ verdict, totalFen }) => [verdict, totalFen])
const orderNow = ({ id }: Order) => db().order.findUniqueOrThrow({ where: { id } })
const REFUNDED = {
  trade_status: 'TRADE_CLOSED',
  refund_status: 'REFUND_SUCCESS',
  gmt_refund: '2026-11-23 10:00:00',
}

describe('A genuine message that says "paid" and is refused', () => {
  it.each<[string, Fields, string, number | null]>([
    ['[#23] an amount that is not the order’s', { total_fee: '0.02', price: '0.02' }, 'bad_amount', 2],
    ['[#24] an amount that cannot be read', { total_fee: '1e2' }, 'bad_amount', null],
    ['[#21] a seller who is not ours', { seller_id: '2088999999999999' }, 'bad_seller', 1],
    ['[#27] a trade number that is none', { trade_no: '1' }, 'bad_trade_no', 1],
    [
      'a status that nobody knows',
      { trade_status: 'NO_SUCH_STATUS', gmt_payment: '2026-11-22 10:00:04' },
      'illegal',
      1,
    ],
    ['[#32] another notify_type', { notify_type: 'trade_status' }, 'illegal', 1],
  ])('for %s is money that the merchant has to look after', async (_, changes, verdict, totalFen) => {
    const order = await anOrder(1)
    const row = await tell(order, changes)
    expect(row.verdict).toBe(verdict)
    expect(await open(order)).toEqual([[verdict, totalFen]])
    expect(await listRefusedPayments([order.orderNo])).toMatchObject([
      { orderNo: order.orderNo, messageId: row.id, settledAt: null },
    ])
    expect(await orderNow(order)).toMatchObject({ paidAt: null, tradeStatus: null })
  })

  it('[#26] for an order that is not here, and for the second trade of a paid one, is there as well', async () => {
    const nowhere = { orderNo: '209911220000000000000001', subject: '茶', totalFen: 7 }
    expect((await tell(nowhere)).verdict).toBe('unknown_order')
    expect(await open(nowhere)).toEqual([['unknown_order', 7]])

    const order = await anOrder(1)
    await tell(order)
    expect(await open(order)).toEqual([])
    const second = aTradeNo()
    expect((await tell(order, { trade_no: second })).verdict).toBe('bad_trade_no')
    expect(await listRefusedPayments()).toMatchObject([{ tradeNo: second }, { verdict: 'unknown_order' }])
  })

  it('is there as well where only its refund was followed, because the status is one that nobody knows', async () => {
    const order = await anOrder(1)
    const changes = { trade_status: 'NO_SUCH_STATUS', refund_status: 'WAIT_SELLER_AGREE' }
    expect(await tell(order, changes)).toMatchObject({ verdict: 'applied' })
    expect(await orderNow(order)).toMatchObject({ paidAt: null, refundStatus: 'WAIT_SELLER_AGREE' })
    expect(await open(order)).toEqual([['illegal', 1]])
    await tell(order, { refund_status: 'WAIT_SELLER_AGREE' })
    expect(await orderNow(order)).toMatchObject({ tradeStatus: 'WAIT_SELLER_SEND_GOODS' })
    expect(await open(order)).toEqual([])
  })

  it('is one however often it is sent again', async () => {
    const order = await anOrder(1)
    for (let time = 0; time < 3; time++) await tell(order, { total_fee: '0.02' })
    expect(await open(order)).toEqual([['bad_amount', 2]])
  })

  it('[T5.3] counts as an answer to our own question, too', async () => {
    const order = await anOrder(1)
    gateway.service = () => tradeAnswer(order, gateway.account, { total_fee: '0.02' })
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ row: { verdict: 'bad_amount' } })
    expect(await open(order)).toEqual([['bad_amount', 2]])
    expect(await findEnquiry(order.orderNo)).toMatchObject({ answeredAt: null }) // nobody knows whether it is paid
  })
})

describe('No money is', () => {
  it.each<[string, Fields, Fields, string]>([
    ['[#3] a forged message', { total_fee: '0.02' }, { sign: '0'.repeat(32) }, 'true'],
    ['[#20] one that the gateway does not confirm', { total_fee: '0.02' }, {}, 'false'],
    ['one of an unpaid trade', { total_fee: 'x', trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined }, {}, 'true'], // prettier-ignore
    ['one that is accepted', {}, {}, 'true'],
  ])('%s', async (_, changes, unsigned, answer) => {
    gateway.answer = answer
    const order = await anOrder(1)
    await tell(order, changes, unsigned)
    expect(await listRefusedPayments()).toEqual([])
  })
})

describe('Money that was not accepted is settled', () => {
  it('[#25] when the merchant accepts the price and the gateway tells of it again', async () => {
    const order = await anOrder(100)
    await tell(order, { trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined })
    await tell(order, { total_fee: '0.90', price: '0.90' })
    expect(await open(order)).toEqual([['bad_amount', 90]])
    expect(await acceptPrice(order.orderNo, 90)).toBe(true)
    expect(await open(order)).toEqual([['bad_amount', 90]]) // not before it is paid
    await tell(order, { total_fee: '0.90', price: '0.90' })
    expect(await orderNow(order)).toMatchObject({ tradeStatus: 'WAIT_SELLER_SEND_GOODS', paidFen: 90 })
    expect(await open(order)).toEqual([])
  })

  it('when the gateway tells that the buyer has it back; a late repeat does not open it again', async () => {
    const order = await anOrder(1)
    const wrong = { total_fee: '0.02', price: '0.02' }
    await tell(order, wrong)
    await tell(order, { ...wrong, ...REFUNDED })
    expect(await open(order)).toEqual([])
    await tell(order, wrong)
    expect(await open(order)).toEqual([])
  })

  it('also where that message does not say when it was paid', async () => {
    const order = await anOrder(1)
    const wrong = { total_fee: '0.02', price: '0.02' }
    await tell(order, wrong)
    await tell(order, { ...wrong, ...REFUNDED, gmt_payment: undefined })
    expect(await open(order)).toEqual([])
  })

  it('for another trade of the order it is not by the order’s own', async () => {
    const order = await anOrder(1)
    await tell(order, { trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined })
    const second = { trade_no: aTradeNo() }
    await tell(order, second)
    await tell(order)
    expect(await orderNow(order)).toMatchObject({ tradeStatus: 'WAIT_SELLER_SEND_GOODS' })
    expect(await open(order)).toEqual([['bad_trade_no', 1]])
    await tell(order, { ...second, ...REFUNDED })
    expect(await open(order)).toEqual([])
  })
})

describe('An order with money that was not accepted', () => {
  it('is not closed by the merchant, and the gateway is not even asked to', async () => {
    const order = await anOrder(1)
    await tell(order, { total_fee: '0.02' })
    gateway.service = () => xmlSuccess({}, gateway.account.key, 'utf-8')
    expect(await closeOrder(order, gateway.ours)).toEqual({ kind: 'invalid' })
    expect(gateway.calls).toEqual([])
    expect(await orderNow(order)).toMatchObject({ tradeStatus: null })
  })

  it('is not closed by time, and keeps its goods', async () => {
    const order = await anOrder(1)
    await db().order.update({
      where: { id: order.id },
      data: { stockHeld: true, createdAt: new Date('2026-01-01') },
    })
    await tell(order, { total_fee: '0.02' })
    await closeAbandoned()
    expect(await orderNow(order)).toMatchObject({ tradeStatus: null, stockHeld: true })
  })

  it('keeps it whatever is decided about the price', async () => {
    const order = await anOrder(100)
    await tell(order, { trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined })
    await tell(order, { total_fee: '0.90', price: '0.90' })
    expect(await declinePrice(order.orderNo, 90)).toBe(true)
    expect(await hasRefusedPayment(order.orderNo)).toBe(true)
  })
})
