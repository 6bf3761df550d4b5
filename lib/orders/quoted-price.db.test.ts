import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { acceptPrice, declinePrice } from './change-order'
import { queryTrade } from '../payments/query-trade'
import { receiveMessage } from '../messages/receive-message'
import { anOrder, type Fields, message, signedBytes, tradeAnswer } from '../messages/testing/messages'
import { stubGateway, type StubGateway } from '../messages/testing/stub-gateway'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())

const tell = (order: Order, changes: Fields = {}) =>
  receiveMessage(
    { channel: 'notify', bytes: signedBytes(message(order, changes), gateway.account), remoteAddress: '' },
    gateway.ours,
  )
const orderNow = (order: Order) => db().order.findUniqueOrThrow({ where: { id: order.id }, include: { events: true } }) // prettier-ignore
const kinds = async (order: Order) => (await orderNow(order)).events.map(({ kind }) => kind).sort()

const unpaid = (time: string): Fields => ({
  trade_status: 'WAIT_BUYER_PAY',
  gmt_payment: undefined,
  notify_time: `2026-11-22 10:${time}`,
})
const cheaper = { total_fee: '0.80' }

/** An order of 1.00 yuan whose trade has begun. */
async function aBoundOrder() {
  const order = await anOrder(100)
  await tell(order, unpaid('00:00'))
  return order
}

it('A changed price of the bound trade is recorded with the old and the new, and told once', async () => {
  const order = await aBoundOrder()
  const row = await tell(order, { ...unpaid('01:00'), ...cheaper, is_total_fee_adjust: 'Y' })
  expect(row).toMatchObject({ verdict: 'applied', answer: 'success' })
  expect(row).toMatchObject({
    fromTrade: 'WAIT_BUYER_PAY',
    toTrade: 'WAIT_BUYER_PAY',
    fromFen: 100,
    toFen: 80,
  })
  expect(await orderNow(order)).toMatchObject({ totalFen: 100, quotedFen: 80, agreedFen: null })
  expect(await kinds(order)).toEqual(['created', 'price_changed'])
  expect(await tell(order, { ...unpaid('01:00'), ...cheaper })).toMatchObject({ verdict: 'duplicate' })
})

it('A price that was changed and changed back is not told where the message of the first change comes last', async () => {
  const order = await anOrder(100)
  const firstHas = { logistics_type: undefined, receive_name: undefined, receive_address: undefined, receive_mobile: undefined } // prettier-ignore
  await tell(order, unpaid('02:00'))
  await tell(order, { ...unpaid('00:00'), ...firstHas })
  await tell(order, { ...unpaid('01:00'), ...cheaper })
  expect(await orderNow(order)).toMatchObject({ tradeStatus: 'WAIT_BUYER_PAY', quotedFen: null })
  expect(await kinds(order)).toEqual(['created'])
})

it('A payment of it is bad_amount until the merchant has accepted, then the gateway’s retry settles it', async () => {
  const order = await aBoundOrder()
  await tell(order, { ...unpaid('01:00'), ...cheaper })
  const refused = await tell(order, cheaper)
  expect(refused).toMatchObject({ verdict: 'bad_amount', answer: 'fail' })
  expect(refused).toMatchObject({ code: 'wrong_total', detail: '0.80 EXPRESS ≠ 1.00' })
  expect(await acceptPrice(order.orderNo, 80)).toBe(true)
  expect(await tell(order, cheaper)).toMatchObject({ verdict: 'applied', answer: 'success' })
  expect(await orderNow(order)).toMatchObject({ tradeStatus: 'WAIT_SELLER_SEND_GOODS', paidFen: 80 })
  expect(await tell(order, cheaper)).toMatchObject({ verdict: 'duplicate' })
})

it('The merchant accepts the price that was shown, and no other', async () => {
  const order = await aBoundOrder()
  await tell(order, { ...unpaid('01:00'), ...cheaper })
  await tell(order, { ...unpaid('02:00'), total_fee: '0.70' })
  expect(await acceptPrice(order.orderNo, 80)).toBe(false)
  expect(await acceptPrice(order.orderNo, 70)).toBe(true)
})

it('A price that the merchant declines stays refused, and a query of the same moment does not bring it back', async () => {
  const order = await aBoundOrder()
  await tell(order, { ...unpaid('01:00'), ...cheaper })
  expect(await declinePrice(order.orderNo, 80)).toBe(true)
  const same = {
    trade_status: 'WAIT_BUYER_PAY',
    gmt_payment: undefined,
    gmt_last_modified_time: '2026-11-22 10:01:00',
  }
  gateway.service = () => tradeAnswer(order, gateway.account, { ...same, ...cheaper })
  expect(await queryTrade(order.orderNo, gateway.ours)).toMatchObject({ row: { verdict: 'duplicate' } })
  expect(await orderNow(order)).toMatchObject({ quotedFen: null, agreedFen: null })
})

it('[T5.4a] A late message with the old price does not take the new one back; a newer one does', async () => {
  const order = await aBoundOrder()
  await tell(order, { ...unpaid('05:00'), ...cheaper })
  await tell(order, unpaid('04:00'))
  expect(await orderNow(order)).toMatchObject({ quotedFen: 80 })
  await tell(order, unpaid('06:00'))
  expect(await orderNow(order)).toMatchObject({ quotedFen: null })
  expect(await tell(order)).toMatchObject({ verdict: 'applied' })
})

it('[#24] A price is no news of a trade that is not bound to the order, nor of one that is paid', async () => {
  const unbound = await anOrder(100)
  expect(await tell(unbound, { ...unpaid('01:00'), ...cheaper })).toMatchObject({ verdict: 'bad_amount' })
  const paid = await aBoundOrder()
  await tell(paid)
  expect(await tell(paid, { ...unpaid('07:00'), ...cheaper })).toMatchObject({ verdict: 'stale' })
  expect(await orderNow(paid)).toMatchObject({ quotedFen: null, quotedAt: null })
})

it('A trade that is closed unpaid closes the order, whatever its price was', async () => {
  const order = await aBoundOrder()
  await tell(order, { ...unpaid('01:00'), ...cheaper })
  const closed = {
    ...unpaid('09:00'),
    ...cheaper,
    trade_status: 'TRADE_CLOSED',
    gmt_close: '2026-11-22 10:09:00',
  }
  expect(await tell(order, closed)).toMatchObject({ verdict: 'applied' })
  expect(await orderNow(order)).toMatchObject({ tradeStatus: 'TRADE_CLOSED', paidAt: null })
})

it('[F13] A changed price that nobody told of is told by its payment, accepted then, and settled by the retry', async () => {
  const order = await aBoundOrder()
  expect(await tell(order, cheaper)).toMatchObject({ verdict: 'bad_amount', answer: 'fail' })
  expect(await orderNow(order)).toMatchObject({ tradeStatus: 'WAIT_BUYER_PAY', quotedFen: 80, paidFen: null })
  expect(await kinds(order)).toEqual(['created', 'price_changed'])
  expect(await acceptPrice(order.orderNo, 80)).toBe(true)
  expect(await tell(order, cheaper)).toMatchObject({ verdict: 'applied' })
  expect(await orderNow(order)).toMatchObject({ paidFen: 80, quotedFen: null })
})

it('A price that was declined and is paid all the same is to be decided again', async () => {
  const order = await aBoundOrder()
  await tell(order, { ...unpaid('01:00'), ...cheaper })
  await declinePrice(order.orderNo, 80)
  expect(await tell(order, cheaper)).toMatchObject({ verdict: 'bad_amount' })
  expect(await acceptPrice(order.orderNo, 80)).toBe(true)
})

it('Two prices of one second are both heard of; the one before them does not come back', async () => {
  const order = await aBoundOrder()
  await tell(order, { ...unpaid('01:00'), ...cheaper })
  await tell(order, { ...unpaid('01:00'), total_fee: '0.70' })
  expect(await orderNow(order)).toMatchObject({ quotedFen: 70 })
  await tell(order, unpaid('01:00'))
  expect(await orderNow(order)).toMatchObject({ quotedFen: 70 })
})

it('Nothing is left to decide once the order is closed, or paid at its own price', async () => {
  for (const end of [{ ...unpaid('09:00'), trade_status: 'TRADE_CLOSED' }, {}]) {
    const order = await aBoundOrder()
    await tell(order, { ...unpaid('01:00'), ...cheaper })
    expect(await tell(order, end)).toMatchObject({ verdict: 'applied' })
    expect(await orderNow(order)).toMatchObject({ quotedFen: null })
  }
})
