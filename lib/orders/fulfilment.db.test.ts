import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { anOrder, aTradeNo } from '../messages/testing/messages'
import { finishDue } from '../payments/finish-due'
import { shipOrder } from '../payments/ship-order'
import { effects } from '../payments/effects'
import { refundingGateway } from '../payments/testing/refunding-gateway'
import {
  askRefund,
  CONFIRM_DAYS,
  declineRefund,
  receiveOrder,
  refuseRefund,
  sendRefund,
} from './change-order'
import { runEffects } from './outbox'
import { countFound } from './search-orders'

const stub = await refundingGateway()
const gateway = stub.ours
const SHIPMENT = { transportType: 'EXPRESS', logisticsName: '顺丰', invoiceNo: 'SF1' } as const
const DAY_MS = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

afterAll(() => stub.close())
beforeEach(async () => {
  await db().order.deleteMany()
})

/** An order of 1.00 yuan, paid by the open platform. */
async function paid(changes: { virtual?: boolean; gateway?: string } = {}) {
  const { id } = await anOrder(100)
  const state = { gateway: 'open', stage: 'paid', tradeStatus: 'TRADE_SUCCESS', tradeNo: aTradeNo() } as const
  return db().order.update({
    where: { id },
    data: { ...state, paidAt: new Date(), paidFen: 100, events: { create: { kind: 'paid' } }, ...changes },
  })
}

const ship = (order: Order, shipment: Parameters<typeof shipOrder>[1] = SHIPMENT) =>
  shipOrder(order, shipment, gateway)
const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { id: 'asc' } }, refunds: { orderBy: { createdAt: 'asc' } } },
  })
const kindsOf = async (order: Order) => (await orderNow(order)).events.map(({ kind }) => kind)

describe('The shop ships an order of the open platform', () => {
  it('without a call, and says when it counts as received', async () => {
    const order = await paid()
    expect(await ship(order)).toEqual({ kind: 'answered' })
    const now = await orderNow(order)
    expect(now).toMatchObject({ stage: 'shipped', ...SHIPMENT, tradeStatus: 'TRADE_SUCCESS' })
    expect(Math.abs((now.finishAt?.getTime() ?? 0) - inDays(CONFIRM_DAYS).getTime())).toBeLessThan(60_000)
    expect(await kindsOf(order)).toEqual(['created', 'paid', 'shipped'])
    expect(await db().gatewayCall.count({ where: { orderNo: order.orderNo } })).toBe(0)
  })

  it('[#94] once: the same again does nothing, another shipment is told of the first', async () => {
    const order = await paid()
    await Promise.all(Array.from({ length: 10 }, () => ship(order)))
    const other = { ...SHIPMENT, invoiceNo: 'SF2' }
    expect(await ship(order, other)).toEqual({ kind: 'sent_before', shipment: SHIPMENT })
    expect(await orderNow(order)).toMatchObject({ invoiceNo: 'SF1', version: order.version + 1 })
    expect(await kindsOf(order)).toEqual(['created', 'paid', 'shipped'])
  })

  it('not before it is paid, nor while money is on its way back', async () => {
    const unpaid = await anOrder(100)
    await db().order.update({ where: { id: unpaid.id }, data: { gateway: 'open' } })
    expect(await ship({ ...unpaid, gateway: 'open' })).toEqual({ kind: 'invalid' })
    const order = await paid()
    await sendRefund(order.orderNo, 50, '')
    expect(await ship(order)).toEqual({ kind: 'invalid' })
  })

  it('[F5] by itself where there is nothing to send, unless the buyer asks for the money first', async () => {
    await runEffects([]) // marks the events so far as handled
    const [card, asked] = [await paid({ virtual: true }), await paid({ virtual: true })]
    await askRefund(asked.orderNo, 100, '买错了')
    await runEffects(effects(gateway))
    expect(await orderNow(card)).toMatchObject({ stage: 'shipped', transportType: 'DIRECT' })
    expect(await orderNow(asked)).toMatchObject({ stage: 'paid', refunds: [{ state: 'asked' }] })
  })
})

describe('The buyer', () => {
  it('[#94] confirms the receipt once, of goods that were shipped', async () => {
    const order = await paid()
    expect(await receiveOrder(order.orderNo)).toBe(false)
    await ship(order)
    const ends = await Promise.all(Array.from({ length: 10 }, () => receiveOrder(order.orderNo)))
    expect(ends.filter(Boolean)).toHaveLength(1)
    expect(await orderNow(order)).toMatchObject({ stage: 'finished', finishAt: null })
    expect(await kindsOf(order)).toEqual(['created', 'paid', 'shipped', 'finished'])
  })

  it('withdraws a refund by confirming the receipt', async () => {
    const order = await paid()
    await ship(order)
    await askRefund(order.orderNo, 100, '太大了')
    expect(await receiveOrder(order.orderNo)).toBe(true)
    expect((await orderNow(order)).refunds).toMatchObject([{ state: 'declined', code: null }])
  })

  it('[#88] asks for a part or all of what was paid, and for one refund at a time', async () => {
    const order = await paid()
    for (const fen of [0, -1, 101, 0.5]) expect(await askRefund(order.orderNo, fen, '坏了')).toBe(false)
    const ends = await Promise.all(Array.from({ length: 20 }, () => askRefund(order.orderNo, 60, '坏了')))
    expect(ends.filter(Boolean)).toHaveLength(1)
    const [asked] = (await orderNow(order)).refunds
    expect(asked).toMatchObject({ fen: 60, reason: '坏了', state: 'asked' })
    expect(await countFound('refund')).toBe(1)
    expect(await declineRefund(order.orderNo, asked?.no ?? '', ' ')).toBe(false)
    expect(await declineRefund(order.orderNo, asked?.no ?? '', '已经用过')).toBe(true)
    expect(await countFound('refund')).toBe(0)
    expect(await askRefund(order.orderNo, 40, '还是坏的')).toBe(true)
    expect((await orderNow(order)).refunds).toMatchObject([
      { state: 'declined', code: '已经用过' },
      { fen: 40, state: 'asked' },
    ])
  })

  it('[#88] asks for nothing of an unpaid order, or of one that escrow keeps', async () => {
    const unpaid = await anOrder(100)
    await db().order.update({ where: { id: unpaid.id }, data: { gateway: 'open' } })
    expect(await askRefund(unpaid.orderNo, 100, '不要了')).toBe(false)
    const escrow = await paid({ gateway: 'partner' })
    expect(await askRefund(escrow.orderNo, 100, '不要了')).toBe(false)
  })
})

it('[#88] Two open refunds of one order are refused by the database itself', async () => {
  const order = await paid()
  const row = { orderId: order.id, fen: 1, reason: '', state: 'sent', changedAt: new Date() }
  await db().refund.create({ data: { ...row, no: 'one' } })
  await expect(db().refund.create({ data: { ...row, no: 'two', state: 'asked' } })).rejects.toThrow(
    /[Uu]nique/,
  )
  await db().refund.create({ data: { ...row, no: 'three', state: 'made' } })
})

describe('[#93] Goods count as received', () => {
  it('when their time is over, once, by however many processes', async () => {
    const order = await paid()
    await ship(order)
    await finishDue(gateway, inDays(CONFIRM_DAYS - 0.1))
    expect(await orderNow(order)).toMatchObject({ stage: 'shipped' })
    await Promise.all(Array.from({ length: 5 }, () => finishDue(gateway, inDays(CONFIRM_DAYS + 0.1))))
    expect(await orderNow(order)).toMatchObject({ stage: 'finished', finishAt: null })
    expect(await kindsOf(order)).toEqual(['created', 'paid', 'shipped', 'finished'])
  })

  it('not while the buyer asks for the money, or it is on its way back; and again once that is settled', async () => {
    const [asked, sent] = [await paid(), await paid()]
    for (const order of [asked, sent]) await ship(order)
    await askRefund(asked.orderNo, 100, '坏了')
    const refund = await sendRefund(sent.orderNo, 10, '补偿')
    await finishDue({ ...gateway, refundQuery: null }, inDays(CONFIRM_DAYS + 1))
    expect((await orderNow(asked)).stage).toBe('shipped')
    expect((await orderNow(sent)).stage).toBe('shipped')

    const [row] = (await orderNow(asked)).refunds
    await declineRefund(asked.orderNo, row?.no ?? '', '没有坏')
    await refuseRefund(sent.orderNo, refund?.no ?? '', 'SELLER_BALANCE_NOT_ENOUGH')
    await finishDue(gateway, inDays(CONFIRM_DAYS + 1))
    expect((await orderNow(asked)).stage).toBe('finished')
    expect((await orderNow(sent)).stage).toBe('finished')
  })

  it('not against a buyer who asks at the same moment: one of the two is first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const order = await paid()
      await ship(order)
      await Promise.all([
        askRefund(order.orderNo, 100, '坏了'),
        finishDue({ ...gateway, refundQuery: null }, inDays(CONFIRM_DAYS + 1)),
      ])
      const { stage, refunds, events } = await orderNow(order)
      const finished = events.find(({ kind }) => kind === 'finished')
      const askedFirst = stage === 'shipped' && refunds.length === 1
      // after the end a buyer may still ask
      expect(askedFirst || (stage === 'finished' && finished !== undefined)).toBe(true)
    }
  })
})

it('Orders of the open platform are found where there is something to do', async () => {
  const order = await paid()
  expect(await countFound('to_ship')).toBe(1)
  await ship(order)
  expect([await countFound('to_ship'), await countFound('shipped')]).toEqual([0, 1])
  const late = await paid()
  await db().order.update({
    where: { id: late.id },
    data: { stage: 'closed', tradeStatus: 'TRADE_CLOSED', events: { create: { kind: 'paid_late' } } },
  })
  expect(await countFound('paid_late')).toBe(1)
  await db().order.update({ where: { id: late.id }, data: { refundedFen: 100 } })
  expect(await countFound('paid_late')).toBe(0)
})
