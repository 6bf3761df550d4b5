import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { aVariant, stockOf } from '../catalog/testing/products'
import { db } from '../db'
import { orderGoods } from '../orders/order-goods'
import { runEffects } from '../orders/outbox'
import { effects } from './effects'
import { receiveMessage } from '../messages/receive-message'
import { type Fields, anOrder, message, signedBytes } from '../messages/testing/messages'
import { tradeGateway } from '../messages/testing/trade-gateway'

let gateway: Awaited<ReturnType<typeof tradeGateway>>
beforeAll(async () => {
  gateway = await tradeGateway()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  await runEffects([]) // marks the events of other tests as handled
  gateway.asked.length = 0
})

const work = () => runEffects(effects(gateway.ours))

async function aCard() {
  const { id } = await anOrder(500, '电子礼品卡')
  return db().order.update({ where: { id }, data: { virtual: true } })
}

/** The order is paid: the gateway knows it, and the shop has been told. */
async function paid(order: Order, changes: Fields = {}) {
  gateway.knows(order, changes)
  const bytes = signedBytes(message(order, changes), gateway.account)
  const { verdict } = await receiveMessage(
    { channel: 'notify', bytes, remoteAddress: '127.0.0.1' },
    gateway.ours,
  )
  expect(verdict).toBe('applied')
}

const statusOf = async ({ id }: Order) => (await db().order.findUniqueOrThrow({ where: { id } })).tradeStatus
const shipments = () => gateway.asked.filter((one) => one.get('service') === 'send_goods_confirm_by_platform')

describe('[F5] Virtual goods', () => {
  it('are shipped without anybody’s hand once they are paid, as goods that need no carrier, and once', async () => {
    const card = await aCard()
    await paid(card)
    await Promise.all([work(), work()])
    await work()
    expect(await statusOf(card)).toBe('WAIT_BUYER_CONFIRM_GOODS')
    expect(shipments().map((one) => [one.get('transport_type'), one.get('logistics_name')])).toEqual([
      ['DIRECT', '无需物流'],
    ])
    expect(await db().order.findUnique({ where: { id: card.id } })).toMatchObject({ transportType: 'DIRECT' })
  })

  it('are shipped later where the gateway did not take it at first', async () => {
    const card = await aCard()
    gateway.refuse(card, 'SYSTEM_ERROR')
    await paid(card)
    await work()
    expect(await statusOf(card)).toBe('WAIT_SELLER_SEND_GOODS')
    const row = { handler: 'deliver virtual goods', event: { orderId: card.id } }
    expect(await db().effect.findMany({ where: row })).toMatchObject([
      { doneAt: null, error: 'the gateway refuses the shipment: SYSTEM_ERROR' },
    ])
    gateway.relent(card)
    await db().effect.updateMany({ where: row, data: { claimedUntil: new Date(0) } })
    await work()
    expect(await statusOf(card)).toBe('WAIT_BUYER_CONFIRM_GOODS')
  })

  it('are not shipped where the buyer has asked for the money back first', async () => {
    const card = await aCard()
    await paid(card, { refund_status: 'WAIT_SELLER_AGREE', gmt_refund: '2026-11-22 10:05:00' })
    await work()
    expect(shipments()).toEqual([])
  })

  it('are not what other goods are: those wait for the merchant', async () => {
    const order = await anOrder()
    await paid(order)
    await work()
    expect(shipments()).toEqual([])
    expect(await statusOf(order)).toBe('WAIT_SELLER_SEND_GOODS')
  })
})

describe('Stock', () => {
  async function anOrderOf(variant: Awaited<ReturnType<typeof aVariant>>) {
    const { id: variantId, productId, priceFen } = variant
    const items = [{ productId, variantId, name: '绿茶', priceFen, quantity: 2 }]
    const draft = { buyerId: 'test', subject: '绿茶', body: null, items, postageFen: 0 }
    const ordered = await orderGoods({ ...draft, postagePayer: 'SELLER' }, { fromCart: false })
    if (ordered.kind !== 'ordered') throw new Error(ordered.kind)
    return ordered.order
  }

  async function closed(order: Order, changes: Fields) {
    const fields = { trade_status: 'TRADE_CLOSED', gmt_close: '2026-11-23 10:00:00', ...changes }
    const bytes = signedBytes(message(order, fields), gateway.account)
    const arrival = { channel: 'notify', bytes, remoteAddress: '127.0.0.1' } as const
    expect(await receiveMessage(arrival, gateway.ours)).toMatchObject({ verdict: 'applied' })
    await work()
    await work()
  }

  it('is given back once where an order is closed unpaid, or refunded before it was sent', async () => {
    for (const changes of [{ gmt_payment: undefined }, { refund_status: 'REFUND_SUCCESS' }]) {
      const variant = await aVariant(5)
      await closed(await anOrderOf(variant), changes)
      expect(await stockOf(variant)).toBe(5)
    }
  })

  it('is not given back where the goods had been sent before the money went back', async () => {
    const variant = await aVariant(5)
    const sent = { refund_status: 'REFUND_SUCCESS', gmt_send_goods: '2026-11-22 11:00:00' }
    await closed(await anOrderOf(variant), sent)
    expect(await stockOf(variant)).toBe(3)
  })
})
