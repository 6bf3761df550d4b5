import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { receiveMessage } from '../messages/receive-message'
import { anOrder, aTradeNo, type Fields, message, signedBytes } from '../messages/testing/messages'
import { tradeGateway } from '../messages/testing/trade-gateway'
import { askRefund } from '../orders/change-order'
import { refundingGateway } from '../payments/testing/refunding-gateway'
import { readWaybills } from './read-waybills'
import { planShipments, shipMany } from './ship-many'

const CARRIER = '顺丰速运'
let gateway: Awaited<ReturnType<typeof tradeGateway>>
beforeAll(async () => {
  gateway = await tradeGateway()
})
afterAll(() => gateway.close())
beforeEach(() => void (gateway.asked.length = 0))

/** An order that is paid, at the gateway and here. */
async function paid(changes: Fields = {}) {
  const order = await anOrder(100)
  gateway.knows(order, changes)
  const bytes = signedBytes(message(order, changes), gateway.account)
  await receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, gateway.ours)
  return order
}

function linesOf(text: string) {
  const read = readWaybills(text)
  return read.ok ? read.lines : []
}
const plan = async (text: string, carrier = CARRIER) =>
  (await planShipments(linesOf(text), carrier, gateway.ours)).map(({ code, detail }) => [code, detail])
const ship = async (text: string, budgetMs?: number) =>
  (await shipMany(linesOf(text), CARRIER, gateway.ours, budgetMs)).map(({ code, detail }) => [code, detail])
const orderNow = ({ id }: Order) => db().order.findUniqueOrThrow({ where: { id } })
const shipments = () =>
  gateway.asked
    .filter((one) => one.get('service') === 'send_goods_confirm_by_platform')
    .map((one) => [one.get('logistics_name'), one.get('invoice_no'), one.get('transport_type')])

describe('The preview of a line', () => {
  it('says that it is ready, and changes and sends nothing', async () => {
    const order = await paid()
    const before = await orderNow(order)
    expect(await plan(`${order.orderNo} SF1`)).toEqual([['ready', '']])
    expect(await orderNow(order)).toEqual(before)
    expect(gateway.asked).toEqual([])
  })

  it('tells each thing that is wrong by a code of its own', async () => {
    const [one, asked, sent] = [await paid(), await paid(), await paid()]
    const unpaid = await anOrder(100)
    const other = await anOrder(100)
    await db().order.update({ where: { id: other.id }, data: { gateway: 'open', stage: 'paid' } })
    await db().order.update({ where: { id: asked.id }, data: { refundStatus: 'WAIT_SELLER_AGREE' } })
    await ship(`${sent.orderNo} SF9`)
    const text = [
      `999999999999999999999999 SF1`,
      `${one.orderNo},,`,
      `${unpaid.orderNo} SF1`,
      `${other.orderNo} SF1`,
      `${asked.orderNo} SF1`,
      `${sent.orderNo} SF9`,
    ].join('\n')
    expect(await plan(text)).toEqual([
      ['unknown_order', ''],
      ['no_waybill', ''],
      ['not_shippable', ''],
      ['other_gateway', ''],
      ['refund_asked', ''],
      ['shipped_before', ''],
    ])
    expect(await plan(`${one.orderNo} ${'1'.repeat(33)}`)).toEqual([['long_waybill', '']])
    expect(await plan(`${one.orderNo} ${'1'.repeat(32)}`)).toEqual([['ready', '']])
    expect(await plan(`${one.orderNo} SF1`, ' ')).toEqual([['no_carrier', '']])
    expect(await plan(`${one.orderNo} SF1 ${'顺'.repeat(65)}`)).toEqual([['long_carrier', '']])
    expect(await plan(`${one.orderNo} SF1&trade_no=1`)).toEqual([['bad_characters', '']])
    expect(await plan(`${sent.orderNo} SF8`)).toEqual([['shipped_otherwise', `${CARRIER} SF9`]])
    expect(await plan(`${one.orderNo} SF1\n\n${one.orderNo} SF2`)).toEqual([
      ['twice', '3'],
      ['twice', '1'],
    ])
  })
})

describe('Many orders', () => {
  it('are shipped one by one, each with its carrier and its way, and the order follows', async () => {
    const [one, other, ems] = [await paid(), await paid(), await paid({ logistics_type: 'EMS' })]
    const text = `${one.orderNo} SF1\n${other.orderNo} ZT2 中通快递\n${ems.orderNo} E3 EMS`
    expect(await ship(text)).toEqual([
      ['shipped', ''],
      ['shipped', ''],
      ['shipped', ''],
    ])
    expect(shipments()).toEqual([
      [CARRIER, 'SF1', 'EXPRESS'],
      ['中通快递', 'ZT2', 'EXPRESS'],
      ['EMS', 'E3', 'EMS'],
    ])
    expect(await orderNow(other)).toMatchObject({
      stage: 'shipped',
      logisticsName: '中通快递',
      invoiceNo: 'ZT2',
    })
  })

  it('are shipped once, however often the form is sent, also twice at once', async () => {
    const orders = [await paid(), await paid()]
    const text = orders.map(({ orderNo }, index) => `${orderNo} SF${index}`).join('\n')
    await Promise.all([ship(text), ship(text)])
    expect(shipments()).toHaveLength(2)
    expect(await ship(text)).toEqual([
      ['shipped_before', ''],
      ['shipped_before', ''],
    ])
    expect(shipments()).toHaveLength(2)
  })

  it('go on where the gateway refuses one, and the same lines again ship what is left', async () => {
    const [refused, other] = [await paid(), await paid()]
    gateway.refuse(refused, 'TRADE_STATUS_NOT_AVAILD')
    const text = `${refused.orderNo} SF1\n${other.orderNo} SF2`
    expect(await ship(text)).toEqual([
      ['refused', 'TRADE_STATUS_NOT_AVAILD'],
      ['shipped', ''],
    ])
    gateway.relent(refused)
    expect((await ship(text)).map(([code]) => code)).toEqual(['shipped', 'shipped_before'])
  })

  it('whose gateway gives no answer are unclear, none is lost, and sending them again is safe', async () => {
    const orders = [await paid(), await paid()]
    const gone = await tradeGateway()
    await gone.close()
    const text = orders.map(({ orderNo }, index) => `${orderNo} SF${index}`).join('\n')
    const results = await shipMany(linesOf(text), CARRIER, gone.ours)
    expect(results.map(({ code }) => code)).toEqual(['unclear', 'unclear'])
    expect(await ship(text)).toEqual([
      ['shipped', ''],
      ['shipped', ''],
    ])
  })

  it('for which the time is over are not reached, and wait for the next form', async () => {
    const order = await paid()
    expect(await ship(`${order.orderNo} SF1\n1 SF2`, 0)).toEqual([
      ['not_reached', ''],
      ['unknown_order', ''],
    ])
    expect(shipments()).toEqual([])
    expect(await ship(`${order.orderNo} SF1`)).toEqual([['shipped', '']])
  })
})

it('An order of the open platform is shipped by the shop alone, unless its buyer asks for the money', async () => {
  const stub = await refundingGateway()
  const [order, asked] = await Promise.all(
    [1, 2].map(async () => {
      const { id } = await anOrder(100)
      const state = {
        gateway: 'open',
        stage: 'paid',
        tradeStatus: 'TRADE_SUCCESS',
        tradeNo: aTradeNo(),
      } as const
      return db().order.update({ where: { id }, data: { ...state, paidAt: new Date(), paidFen: 100 } })
    }),
  )
  if (!order || !asked) throw new Error('no orders')
  await askRefund(asked.orderNo, 100, '买错了')
  const lines = linesOf(`${order.orderNo} SF1\n${asked.orderNo} SF2`)
  for (const code of ['shipped', 'shipped_before'])
    expect((await shipMany(lines, CARRIER, stub.ours)).map((line) => line.code)).toEqual([
      code,
      'refund_asked',
    ])
  expect(await orderNow(order)).toMatchObject({ stage: 'shipped', logisticsName: CARRIER, invoiceNo: 'SF1' })
  expect(await db().gatewayCall.count({ where: { orderNo: order.orderNo } })).toBe(0)
  await stub.close()
})
