import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { aVariant, stockOf } from '../catalog/testing/products'
import { db } from '../db'
import { orderGoods } from './order-goods'
import { runEffects } from './outbox'
import { closeAbandoned } from './close-abandoned'
import { effects } from '../payments/effects'
import { receiveMessage } from '../messages/receive-message'
import { message, signedBytes } from '../messages/testing/messages'
import { tradeGateway } from '../messages/testing/trade-gateway'

let gateway: Awaited<ReturnType<typeof tradeGateway>>
beforeAll(async () => {
  gateway = await tradeGateway()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  await db().order.deleteMany()
})

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000)

/** An order of two of a variant that there are five of, made so many hours ago. */
async function ordered(hours: number) {
  const variant = await aVariant(5)
  const { id: variantId, productId, priceFen } = variant
  const items = [{ productId, variantId, name: '绿茶', priceFen, quantity: 2 }]
  const draft = { ...{ buyerId: randomUUID(), subject: '绿茶', body: null, items }, postageFen: 0 }
  const result = await orderGoods({ ...draft, postagePayer: 'SELLER' }, { fromCart: false })
  if (result.kind !== 'ordered') throw new Error(result.kind)
  const order = await db().order.update({
    where: { id: result.order.id },
    data: { createdAt: hoursAgo(hours) },
  })
  return { order, variant }
}

const called = (
  { orderNo }: Order,
  verb: string,
  hours: number,
  end: { outcome?: string; code?: string } = {},
) =>
  db().gatewayCall.create({
    data: { orderNo, verb, service: '', ...end, sentAt: hoursAgo(hours), params: {} },
  })
const FORM = 'pay'
const QUESTION = 'query'
const NO_TRADE = { outcome: 'refused', code: 'TRADE_NOT_EXIST' }

const giveBack = () => runEffects(effects(gateway.ours))
const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: 'asc' } } } })

describe('An unpaid order', () => {
  it('that was not taken to the gateway in a day is closed, and its goods go back on the shelf once', async () => {
    const { order, variant } = await ordered(25)
    expect(await stockOf(variant)).toBe(3)
    const closed = await Promise.all([closeAbandoned(), closeAbandoned(), closeAbandoned()])
    expect(closed.toSorted()).toEqual([0, 0, 1])
    await giveBack()
    expect(await closeAbandoned()).toBe(0)
    await giveBack()
    expect(await stockOf(variant)).toBe(5)
    expect(await orderNow(order)).toMatchObject({
      tradeStatus: 'TRADE_CLOSED',
      events: [{ kind: 'created' }, { kind: 'closed' }],
    })
  })

  it('of today keeps its goods', async () => {
    const { variant } = await ordered(23)
    expect(await closeAbandoned()).toBe(0)
    await giveBack()
    expect(await stockOf(variant)).toBe(3)
  })

  it('that was taken to the gateway is closed once the gateway knows of no trade a day later', async () => {
    const { order } = await ordered(60)
    await called(order, FORM, 50)
    await called(order, QUESTION, 49, NO_TRADE) // too early to tell
    await called(order, QUESTION, 20, { outcome: 'unreachable', code: 'timeout' })
    expect(await closeAbandoned()).toBe(0)
    await called(order, QUESTION, 10, NO_TRADE)
    await called(order, FORM, 9)
    expect(await closeAbandoned()).toBe(0) // the buyer has tried again
    await db().gatewayCall.deleteMany({ where: { orderNo: order.orderNo, verb: FORM } })
    await called(order, FORM, 50)
    expect(await closeAbandoned()).toBe(1)
  })

  it('whose buyer stands at the cashier is the gateway’s to close', async () => {
    const { order } = await ordered(60)
    await notify(order, 'WAIT_BUYER_PAY')
    expect(await closeAbandoned()).toBe(0)
  })
})

const notify = (order: Order, trade_status = 'WAIT_SELLER_SEND_GOODS') => {
  const isPaid = trade_status !== 'WAIT_BUYER_PAY'
  const fields = message(order, { trade_status, ...(!isPaid && { gmt_payment: undefined }) })
  const bytes = signedBytes(fields, gateway.account)
  return receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, gateway.ours)
}

it('[#54] A payment that comes after the shop has given the order up is paid late, not lost, and changes no stock', async () => {
  const { order, variant } = await ordered(25)
  await closeAbandoned()
  await giveBack()
  expect(await notify(order)).toMatchObject({ verdict: 'applied' })
  await giveBack()
  const { paidAt, paidFen, events } = await orderNow(order)
  expect(events.map(({ kind }) => kind)).toEqual(['created', 'closed', 'paid_late'])
  expect(paidAt).not.toBeNull()
  expect(paidFen).toBe(order.totalFen)
  expect(await stockOf(variant)).toBe(5)
})
