import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { xmlFailure } from '../alipay/partner/write-xml-answer'
import { db } from '../db'
import { askAfterReturn, askIfPaid } from './ask-if-paid'
import { doubtOf } from './payment-doubt'
import { receiveMessage } from '../messages/receive-message'
import { startPayment } from './start-payment'
import { anOrder, message, signedBytes, tradeAnswer } from '../messages/testing/messages'
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

const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({ where: { id }, include: { enquiry: true } })
/** As if the last question had been asked so long before. */
async function passMs({ orderNo }: Order, ms: number) {
  const { askedAt, answeredAt } = await db().enquiry.findUniqueOrThrow({ where: { orderNo } })
  const earlier = (moment: Date | null) => moment && new Date(moment.getTime() - ms)
  await db().enquiry.update({
    where: { orderNo },
    data: { askedAt: earlier(askedAt), answeredAt: earlier(answeredAt) },
  })
}
const pages = {
  notifyUrl: 'http://shop/api/alipay/notify',
  returnUrl: 'http://shop/api/alipay/return',
  showUrl: 'http://shop/orders',
}
const handOver = (order: Order) =>
  startPayment(
    order,
    { ...gateway.ours, ...pages },
    { device: 'desktop', language: 'zh', shopName: '担保小铺' },
  )

describe('Before a page says that an order is not paid', () => {
  it('[T5.3] the gateway is asked, and its answer pays the order', async () => {
    const order = await anOrder(1)
    gateway.service = () => tradeAnswer(order, gateway.account)
    expect(await askIfPaid(order, gateway.ours)).toBe('paid')
    expect(await orderNow(order)).toMatchObject({ tradeStatus: 'WAIT_SELLER_SEND_GOODS' })
  })

  it('[T5.2E] [#62] [#63] a return that is not verified leads to the question, whatever is wrong with it', async () => {
    gateway.answer = 'false'
    const order = await anOrder(1)
    const bytes = signedBytes(message(order), gateway.account, { added_by_a_proxy: '1' })
    const row = await receiveMessage({ channel: 'return', bytes, remoteAddress: '' }, gateway.ours)
    expect(row).toMatchObject({ verdict: 'bad_sign', orderNo: order.orderNo })
    gateway.service = () => tradeAnswer(order, gateway.account)
    expect(await askIfPaid(order, gateway.ours)).toBe('paid')
  })

  it('[T5.2E] an answer of before such a return says nothing, though it is too early to ask again', async () => {
    const order = await anOrder(1)
    await handOver(order)
    expect(await askIfPaid(order, gateway.ours)).toBe('unpaid')
    expect(doubtOf(await orderNow(order))).toBe('none')
    await askAfterReturn(order, gateway.ours)
    expect(gateway.calls).toHaveLength(1)
    expect(doubtOf(await orderNow(order))).toBe('handed_over')
    await passMs(order, 11_000)
    await askAfterReturn(order, gateway.ours)
    expect(gateway.calls).toHaveLength(2)
    expect(doubtOf(await orderNow(order))).toBe('none')
  })

  it.each([
    ['knows no such trade', () => xmlFailure('TRADE_NOT_EXIST', 'utf-8')],
    [
      'waits for the buyer',
      (order: Order) =>
        tradeAnswer(order, gateway.account, { trade_status: 'WAIT_BUYER_PAY', gmt_payment: undefined }),
    ],
  ])('a gateway that %s has said that it is not', async (_, answer) => {
    const order = await anOrder(1)
    await handOver(order)
    expect(doubtOf(await orderNow(order))).toBe('handed_over')
    gateway.service = () => answer(order)
    expect(await askIfPaid(order, gateway.ours)).toBe('unpaid')
    expect(doubtOf(await orderNow(order))).toBe('none')
    await handOver(order)
    expect(doubtOf(await orderNow(order))).toBe('handed_over')
  })

  it.each([
    ['answers with a page', () => '<html>502</html>'],
    ['has no contract for questions', () => xmlFailure('ILLEGAL_PARTNER_EXTERFACE', 'utf-8')],
    ['signs wrongly', (order: Order) => tradeAnswer(order, { ...gateway.account, key: 'f'.repeat(32) })],
    ['tells of another order', (_: Order, other: Order) => tradeAnswer(other, gateway.account)],
    ['tells of another amount', (order: Order) => tradeAnswer(order, gateway.account, { total_fee: '0.02' })],
  ])('a gateway that %s has said nothing', async (_, answer) => {
    const [order, other] = [await anOrder(1), await anOrder(1)]
    await handOver(order)
    gateway.service = () => answer(order, other)
    expect(await askIfPaid(order, gateway.ours)).toBe('unknown')
    expect(doubtOf(await orderNow(order))).toBe('unanswered')
  })

  it('a gateway that does not answer in time is not waited for', async () => {
    const order = await anOrder(1)
    const silent = await stubGateway()
    silent.service = () => new Uint8Array()
    const { ours } = silent
    await silent.close() // nobody listens there any more
    expect(await askIfPaid(order, ours)).toBe('unknown')
    expect(doubtOf(await orderNow(order))).toBe('unanswered')
  })

  it('[#62] one question in ten seconds is asked, of however many at once, and its answer stands', async () => {
    const order = await anOrder(1)
    await Promise.all(Array.from({ length: 8 }, () => askIfPaid(order, gateway.ours)))
    expect(gateway.calls).toHaveLength(1)
    expect(await askIfPaid(order, gateway.ours)).toBe('unpaid')
    expect(gateway.calls).toHaveLength(1)
    await passMs(order, 11_000)
    gateway.service = () => tradeAnswer(order, gateway.account)
    expect(await askIfPaid(order, gateway.ours)).toBe('paid')
    expect(gateway.calls).toHaveLength(2)
  })
})
