import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { xmlFailure } from '../alipay/partner/write-xml-answer'
import { db } from '../db'
import { env } from '../env'
import { receiveMessage } from './receive-message'
import { anOrder, type Fields, message, signedBytes } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  gateway.answer = 'true'
  gateway.service = () => xmlFailure('TRADE_NOT_EXIST', 'utf-8')
  await db().refusedPayment.deleteMany()
  await db().mail.deleteMany()
})

type Told = Parameters<typeof message>[0]

const tell = (order: Told, changes: Fields = {}) => {
  const bytes = signedBytes(message(order, changes), gateway.account)
  return receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, gateway.ours)
}
const mailsAbout = ({ orderNo }: { orderNo: string }) => db().mail.findMany({ where: { orderNo } })

it('A genuine payment that is refused is told to the merchant once, in the language of the order', async () => {
  const order = await anOrder(1)
  await db().order.update({ where: { id: order.id }, data: { language: 'en' } })
  const wrong = { total_fee: '0.02', price: '0.02' }
  await Promise.all([tell(order, wrong), tell(order, wrong)])
  await tell(order, wrong)
  const mails = await mailsAbout(order)
  expect(mails).toMatchObject([
    {
      kind: 'money_refused',
      to: env().merchantEmail,
      subject: `Payment not accepted for order ${order.orderNo}`,
    },
  ])
  expect(mails[0]?.text).toContain('Reason: The amount is not the order’s')
  expect(mails[0]?.text).toContain('Amount paid: ¥0.02')
  expect(mails[0]?.text).toContain(`${env().shopUrl}/merchant#refused-payments`)
})

it('A payment for an order that is not here is told as well', async () => {
  const nowhere = { orderNo: '209911220000000000000009', subject: '茶', totalFen: 7 }
  expect((await tell(nowhere)).verdict).toBe('unknown_order')
  expect(await mailsAbout(nowhere)).toMatchObject([{ kind: 'money_refused', language: 'zh' }])
})

it('A payment that is right, a forged one and one that went back are not told', async () => {
  const order = await anOrder(1)
  await tell(order)
  expect(await mailsAbout(order)).toEqual([])
  gateway.answer = 'false'
  const forged = await anOrder(1)
  await tell(forged, { total_fee: '0.02', price: '0.02' })
  expect(await mailsAbout(forged)).toEqual([])
  gateway.answer = 'true'
  const refunded = await anOrder(1)
  const back = {
    trade_status: 'TRADE_CLOSED',
    refund_status: 'REFUND_SUCCESS',
    gmt_refund: '2026-11-23 10:00:00',
  }
  await tell(refunded, { total_fee: '0.02', price: '0.02', ...back })
  expect(await mailsAbout(refunded)).toEqual([])
})

it('Each application for a refund at the gateway is an event, its repeats and late news are none', async () => {
  const order = await anOrder(1)
  await tell(order)
  const asked = (second: number) =>
    tell(order, { refund_status: 'WAIT_SELLER_AGREE', gmt_refund: `2026-11-23 10:00:0${second}` })
  await asked(1)
  await asked(1)
  await tell(order, { refund_status: 'SELLER_REFUSE_BUYER', gmt_refund: '2026-11-23 10:00:01' })
  await asked(1)
  await asked(5)
  const events = await db().orderEvent.findMany({ where: { orderId: order.id, kind: 'refund_asked' } })
  expect(events.map(({ ref }) => ref).toSorted()).toEqual([
    '2026-11-23T02:00:01.000Z',
    '2026-11-23T02:00:05.000Z',
  ])
})
