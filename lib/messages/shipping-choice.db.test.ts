import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { createOrder } from '../orders/create-order'
import { queryTrade } from '../payments/query-trade'
import { receiveMessage } from './receive-message'
import { type Fields, message, signedBytes, tradeAnswer } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())

/** Goods of 50.00 yuan, with express chosen in the shop: 60.00; EMS makes 70.00, parcel post 55.00. */
const anOrder = () =>
  createOrder({
    buyerId: 'test',
    subject: '绿茶',
    body: null,
    items: [{ productId: null, name: '绿茶', priceFen: 5_000, quantity: 1 }],
    postageFen: 1_000,
    postagePayer: 'BUYER',
    logistics: [
      { type: 'EXPRESS', feeFen: 1_000, payer: 'BUYER' },
      { type: 'EMS', feeFen: 2_000, payer: 'BUYER' },
      { type: 'POST', feeFen: 500, payer: 'BUYER' },
    ],
  })

const tell = (order: Order, changes: Fields) =>
  receiveMessage(
    {
      channel: 'notify',
      bytes: signedBytes(message(order, { price: '50.00', ...changes }), gateway.account),
      remoteAddress: '',
    },
    gateway.ours,
  )
const by = (type: string, fee: string, total: string): Fields => ({
  logistics_type: type,
  logistics_fee: fee,
  logistics_payment: 'BUYER_PAY',
  total_fee: total,
})
const orderNow = ({ id }: Order) => db().order.findUniqueOrThrow({ where: { id } })

describe('[F10] [#24] A payment', () => {
  it.each([
    ['EXPRESS', '10.00', '60.00', 6_000],
    ['EMS', '20.00', '70.00', 7_000],
    ['POST', '5.00', '55.00', 5_500],
  ])('by %s is right with its own fee', async (type, fee, total, paidFen) => {
    const order = await anOrder()
    expect(await tell(order, by(type, fee, total))).toMatchObject({ verdict: 'applied' })
    expect(await orderNow(order)).toMatchObject({ totalFen: 6_000, paidFen })
  })

  it.each([
    ['of the cheapest total that names the dearest way', by('EMS', '20.00', '55.00')],
    ['of the cheapest total that names the chosen way', by('EXPRESS', '10.00', '55.00')],
    ['of the chosen total that names another way', by('POST', '5.00', '60.00')],
    ['with a fee that is none of ours', by('EMS', '0.00', '50.00')],
    ['by a way that was not offered', by('DIRECT', '0.00', '50.00')],
    [
      'whose payer is another than its total says',
      { ...by('EMS', '20.00', '70.00'), logistics_payment: 'SELLER_PAY' },
    ],
    [
      'that names no way and is of another total',
      {
        logistics_type: undefined,
        logistics_fee: undefined,
        logistics_payment: undefined,
        total_fee: '55.00',
      },
    ],
  ])('%s is bad_amount', async (_what, changes) => {
    const order = await anOrder()
    expect(await tell(order, changes)).toMatchObject({ verdict: 'bad_amount', answer: 'fail' })
    expect(await orderNow(order)).toEqual(order)
  })

  it('of an order with one way of shipping is of its total, whatever way the message names', async () => {
    const order = await createOrder({
      buyerId: 'test',
      subject: '绿茶',
      body: null,
      items: [{ productId: null, name: '绿茶', priceFen: 5_000, quantity: 1 }],
      postageFen: 1_000,
      postagePayer: 'BUYER',
    })
    expect(await tell(order, by('EMS', '5.00', '55.00'))).toMatchObject({ verdict: 'bad_amount' })
    expect(await tell(order, by('EXPRESS', '10.00', '60.00'))).toMatchObject({ verdict: 'applied' })
  })
})

const unpaid = { trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined }
const bare = { logistics_type: undefined, logistics_fee: undefined, logistics_payment: undefined }

describe('[F10] The choice at the cashier', () => {
  it('is no change of price: the first message has none, the second the chosen one', async () => {
    const order = await anOrder()
    const first = { ...unpaid, ...bare, total_fee: '60.00', notify_time: '2026-11-22 10:00:01' }
    expect(await tell(order, first)).toMatchObject({ verdict: 'applied' })
    const second = { ...unpaid, ...by('POST', '5.00', '55.00'), notify_time: '2026-11-22 10:00:03' }
    expect(await tell(order, second)).toMatchObject({ verdict: 'duplicate' })
    expect(await orderNow(order)).toMatchObject({ quotedFen: null })
    expect(await tell(order, by('POST', '5.00', '55.00'))).toMatchObject({ verdict: 'applied' })
  })

  it('is known by its fee once the seller has sent the goods another way', async () => {
    const order = await anOrder()
    const sent = { trade_status: 'WAIT_BUYER_CONFIRM_GOODS', gmt_send_goods: '2026-11-22 11:00:00' }
    expect(await tell(order, { ...by('DIRECT', '20.00', '60.00'), ...sent })).toMatchObject({
      verdict: 'bad_amount',
    })
    expect(await tell(order, { ...by('DIRECT', '20.00', '70.00'), ...sent })).toMatchObject({
      verdict: 'applied',
    })
  })

  it('is known by its fee in the answer to a query, which names no way', async () => {
    const order = await anOrder()
    const answer = (total: string) => () =>
      tradeAnswer(order, gateway.account, {
        price: '50.00',
        logistics_type: undefined,
        logistics_fee: '5.00',
        total_fee: total,
      })
    gateway.service = answer('60.00')
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ row: { verdict: 'bad_amount' } })
    gateway.service = answer('55.00')
    expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ row: { verdict: 'applied' } })
  })
})
