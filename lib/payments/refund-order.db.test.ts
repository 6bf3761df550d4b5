import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { anOrder, aTradeNo } from '../messages/testing/messages'
import { askRefund } from '../orders/change-order'
import { findUnsettled } from '../orders/find-unsettled'
import { finishDue } from './finish-due'
import { reconcile } from './reconcile'
import { refundOrder, settleRefund } from './refund-order'
import { refundingGateway } from './testing/refunding-gateway'

let gateway: Awaited<ReturnType<typeof refundingGateway>>
beforeAll(async () => {
  gateway = await refundingGateway()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  gateway.faults.length = 0
  gateway.asked.length = 0
  await db().order.deleteMany()
})

/** An order of 1.00 yuan, paid by the open platform. */
async function paid(changes: Partial<Order> = {}) {
  const { id } = await anOrder(100)
  const order = await db().order.update({
    where: { id },
    data: {
      ...{ gateway: 'open', stage: 'paid', tradeStatus: 'TRADE_SUCCESS', tradeNo: aTradeNo() },
      ...{ paidAt: new Date(), paidFen: 100, told: undefined, logistics: undefined },
      ...(changes as object),
    },
  })
  gateway.knows(order)
  return order
}

const refund = (order: Order, fen = 100) => refundOrder(order, { fen, reason: '缺货' }, gateway.ours)
const refundsOf = ({ id }: Order) =>
  db().refund.findMany({ where: { orderId: id }, orderBy: [{ createdAt: 'asc' }, { no: 'asc' }] })
const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: 'asc' } } } })
const callsOf = (verb: string) => gateway.asked.filter((call) => call.verb === verb)

/** What became of the only refund. */
async function settle(order: Order) {
  const [row] = await refundsOf(order)
  if (!row) throw new Error('no refund')
  return settleRefund(order, row, gateway.ours)
}

describe('A refund', () => {
  it('of the whole amount closes the order', async () => {
    const order = await paid()
    expect(await refund(order)).toMatchObject({ kind: 'answered' })
    const { events, ...now } = await orderNow(order)
    expect(now).toMatchObject({ stage: 'closed', refundedFen: 100 })
    const [row] = await refundsOf(order)
    expect(row).toMatchObject({ fen: 100, reason: '缺货', state: 'made', code: null })
    expect(row?.no).toMatch(/^[0-9a-f]{32}$/)
    expect(events.map(({ kind, ref }) => [kind, ref])).toEqual([
      ['created', ''],
      ['refunded', row?.no],
      ['closed', ''],
    ])
    expect(gateway.refunded(order)).toBe(100)
  })

  it('in two parts leaves the order where it is until the last part', async () => {
    const order = await paid({ stage: 'shipped' })
    await refund(order, 30)
    expect(await orderNow(order)).toMatchObject({ stage: 'shipped', refundedFen: 30 })
    await refund(order, 70)
    const { events, ...now } = await orderNow(order)
    expect(now).toMatchObject({ stage: 'closed', refundedFen: 100 })
    expect(events.filter(({ kind }) => kind === 'refunded')).toHaveLength(2)
    expect((await refundsOf(order)).map(({ state }) => state)).toEqual(['made', 'made'])
  })

  it('[#54] of money that was paid late leaves the order closed', async () => {
    const order = await paid({ stage: 'closed', tradeStatus: 'TRADE_CLOSED' })
    expect(await refund(order)).toMatchObject({ kind: 'answered' })
    expect(await orderNow(order)).toMatchObject({ stage: 'closed', refundedFen: 100 })
  })

  it('[#86] asked for fifty times at once is made once', async () => {
    const order = await paid()
    const ends = await Promise.all(Array.from({ length: 50 }, () => refund(order)))
    expect(ends.filter(({ kind }) => kind === 'answered')).toHaveLength(1)
    expect(ends.filter(({ kind }) => kind === 'invalid')).toHaveLength(49)
    expect(await refundsOf(order)).toHaveLength(1)
    expect(callsOf('refund')).toHaveLength(1)
    expect(gateway.refunded(order)).toBe(100)
  })

  it('[#86] [#88] in parts, fifty at once, gives back no more than was paid', async () => {
    const order = await paid()
    for (let round = 0; round < 5; round += 1)
      await Promise.all(Array.from({ length: 10 }, () => refund(order, 40)))
    expect(gateway.refunded(order)).toBe(80)
    expect(await orderNow(order)).toMatchObject({ refundedFen: 80 })
  })

  it('[#86] of which the answer was lost keeps its number, and is made once', async () => {
    const order = await paid()
    gateway.faults.push('lose_answer')
    expect(await refund(order)).toMatchObject({ kind: 'answered' }) // the question right after it tells
    expect(gateway.refunded(order)).toBe(100)

    const other = await paid()
    gateway.faults[0] = 'unreachable'
    expect(await refund(other)).toMatchObject({ kind: 'unreachable', code: 'http_status' })
    expect(await refundsOf(other)).toMatchObject([{ state: 'sent' }])
    expect(await settle(other)).toMatchObject({ kind: 'unreachable' })
    gateway.faults.length = 0
    expect(await refund(other)).toEqual({ kind: 'invalid' }) // it is the same refund that has to be settled
    expect(await settle(other)).toMatchObject({ kind: 'answered' })
    const numbers = new Set(
      callsOf('refund').flatMap(({ orderNo, no }) => (orderNo === other.orderNo ? no : [])),
    )
    expect(numbers.size).toBe(1)
    expect(gateway.refunded(other)).toBe(100)
    expect(await orderNow(other)).toMatchObject({ stage: 'closed', refundedFen: 100 })
  })

  it('[#87] that the gateway took and does not know of stays sent, and is sent again with its number', async () => {
    const order = await paid()
    gateway.faults.push('say_nothing')
    expect(await refund(order, 60)).toMatchObject({ kind: 'unreachable', code: 'gateway_unsure' })
    expect(await refundsOf(order)).toMatchObject([{ state: 'sent' }])
    expect(await orderNow(order)).toMatchObject({ stage: 'paid', refundedFen: 0 })
    gateway.faults.length = 0
    await settle(order)
    expect(callsOf('refund').map(({ no, fen }) => [no, fen])).toEqual(
      Array.from({ length: 2 }, () => [callsOf('refund')[0]?.no, '60']),
    )
    expect(await refundsOf(order)).toMatchObject([{ state: 'made' }])
  })

  it('[#87] that the gateway refuses for good is over, and another may be made', async () => {
    const order = await paid()
    gateway.faults.push('refuse SELLER_BALANCE_NOT_ENOUGH')
    expect(await refund(order)).toMatchObject({ kind: 'refused', code: 'SELLER_BALANCE_NOT_ENOUGH' })
    expect(await refundsOf(order)).toMatchObject([{ state: 'refused', code: 'SELLER_BALANCE_NOT_ENOUGH' }])
    gateway.faults.length = 0
    expect(await refund(order)).toMatchObject({ kind: 'answered' })
    expect(gateway.refunded(order)).toBe(100)
  })

  it('[#87] that the gateway refuses with a code that is not known stays sent', async () => {
    const order = await paid()
    for (const code of ['SYSTEM_ERROR', 'DISCORDANT_REPEAT_REQUEST', 'NEW_CODE']) {
      gateway.faults[0] = `refuse ${code}`
      await ((await refundsOf(order)).length === 0 ? refund(order) : settle(order))
      expect(await refundsOf(order)).toMatchObject([{ state: 'sent' }])
    }
  })

  it('[#81] is not made by an answer about another order', async () => {
    const order = await paid()
    gateway.faults.push('other_order')
    expect(await refund(order)).toMatchObject({ kind: 'unbelievable', code: 'other_trade' })
    expect(await refundsOf(order)).toMatchObject([{ state: 'sent' }])
  })

  it('[#88] of more than was paid, of nothing or of an unpaid order is not sent', async () => {
    const order = await paid()
    const unpaid = await paid({ stage: 'unpaid', tradeStatus: null, paidAt: null, paidFen: null })
    const escrow = await paid({ gateway: 'partner' })
    for (const fen of [101, 0, -1, 0.5, NaN]) expect(await refund(order, fen)).toEqual({ kind: 'invalid' })
    expect(await refund(unpaid)).toEqual({ kind: 'invalid' })
    expect(await refund(escrow)).toEqual({ kind: 'invalid' })
    expect(gateway.asked).toEqual([])
    expect(await db().refund.count()).toBe(0)
  })

  it('that was asked for goes by its own number, and the amount that the merchant decides', async () => {
    const order = await paid()
    await askRefund(order.orderNo, 80, '太大了')
    const [asked] = await refundsOf(order)
    expect(await refund(order, 50)).toMatchObject({ kind: 'answered' })
    expect(await refundsOf(order)).toMatchObject([
      { no: asked?.no, fen: 50, reason: '太大了', state: 'made' },
    ])
  })
})

describe('Every hour', () => {
  const later = () => new Date(Date.now() + 2 * 60_000)

  it('[#86] a refund without an answer is asked about, and sent again where it was not made', async () => {
    const [lost, gone] = [await paid(), await paid()]
    gateway.faults.push('unreachable')
    await refund(lost)
    await refund(gone)
    await finishDue(gateway.ours) // too early: they may be on their way
    expect(gateway.asked).toHaveLength(4)
    gateway.faults.length = 0
    await Promise.all([finishDue(gateway.ours, later()), finishDue(gateway.ours, later())])
    for (const order of [lost, gone]) {
      expect(await refundsOf(order)).toMatchObject([{ state: 'made' }])
      expect(gateway.refunded(order)).toBe(100)
    }
    const before = gateway.asked.length
    await finishDue(gateway.ours, later())
    expect(gateway.asked).toHaveLength(before)
  })

  it('a gateway that does not answer is not asked about the next refund', async () => {
    gateway.faults.push('unreachable')
    for (const order of [await paid(), await paid()]) await refund(order)
    const before = gateway.asked.length
    await finishDue(gateway.ours, later())
    expect(gateway.asked.length - before).toBeLessThanOrEqual(2) // one question, tried twice
  })
})

describe('[#86] Reconciliation', () => {
  const HOUR_MS = 60 * 60 * 1000
  const long = () => new Date(Date.now() - HOUR_MS)

  /** A refund that was sent an hour ago, and of which nothing was heard. */
  async function unanswered(changes: Partial<Order> = {}) {
    const order = await paid(changes)
    gateway.faults.push('unreachable')
    await refund(order, 60)
    gateway.faults.length = 0
    await db().order.update({ where: { id: order.id }, data: { createdAt: long() } })
    await db().refund.updateMany({ where: { orderId: order.id }, data: { changedAt: long() } })
    await db().gatewayCall.updateMany({ where: { orderNo: order.orderNo }, data: { sentAt: long() } })
    return order
  }

  async function run() {
    const findings = []
    const orders = await findUnsettled(HOUR_MS / 2, 10)
    for await (const finding of reconcile(orders, gateway.ours, 0)) findings.push(finding)
    return findings
  }

  it('asks about a refund without an answer, at whatever stage its order is, and settles it', async () => {
    for (const stage of ['paid', 'finished']) {
      const order = await unanswered({ stage })
      expect(await run()).toEqual([
        {
          ...{ orderNo: order.orderNo, kind: 'applied' },
          detail: { zh: '退款 0.60 元成功', en: 'the refund of 0.60 yuan was made' },
        },
      ])
      expect(await refundsOf(order)).toMatchObject([{ state: 'made' }])
      expect(gateway.refunded(order)).toBe(60)
      expect(new Set(callsOf('refund').map(({ no }) => no)).size).toBe(1)
      await db().order.deleteMany()
      gateway.asked.length = 0
    }
  })

  it('leaves one alone that is on its way, or was asked about a moment ago', async () => {
    const order = await unanswered({ stage: 'finished' })
    await db().refund.updateMany({ where: { orderId: order.id }, data: { changedAt: new Date() } })
    expect(await run()).toEqual([])
    await db().refund.updateMany({ where: { orderId: order.id }, data: { changedAt: long() } })
    gateway.faults.push('say_nothing')
    expect(await run()).toMatchObject([{ kind: 'unreachable' }])
    expect(await refundsOf(order)).toMatchObject([{ state: 'sent' }])
    expect(await run()).toEqual([])
  })

  it('hands one to a person that the gateway refuses, or that is of the other interface', async () => {
    const order = await unanswered({ stage: 'finished' })
    gateway.faults.push('refuse SELLER_BALANCE_NOT_ENOUGH')
    expect(await run()).toMatchObject([{ kind: 'person', detail: { en: 'SELLER_BALANCE_NOT_ENOUGH' } }])
    expect(await refundsOf(order)).toMatchObject([{ state: 'refused' }])
    gateway.faults.length = 0
    const other = await unanswered({ stage: 'finished' })
    await db().order.update({ where: { id: other.id }, data: { gateway: 'partner' } })
    expect(await run()).toMatchObject([{ orderNo: other.orderNo, kind: 'person' }])
    expect(await refundsOf(other)).toMatchObject([{ state: 'sent' }])
  })

  it('is not stopped by news of the trade itself', async () => {
    const order = await unanswered()
    expect((await findUnsettled(HOUR_MS / 2, 10))[0]).toMatchObject({ verb: 'refund_query' })
    await db().gatewayCall.create({
      data: {
        ...{ orderNo: order.orderNo, verb: 'query', service: 'test.query', params: {} },
        ...{ sentAt: new Date(), outcome: 'answered' },
      },
    })
    expect(await run()).toMatchObject([{ kind: 'applied' }])
  })
})
