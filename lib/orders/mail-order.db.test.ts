import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { Order, Prisma } from '@/generated/shop/client'
import { db } from '../db'
import { env } from '../env'
import { askRefund } from './change-order'
import { createOrder } from './create-order'
import { MAILED_EVENTS, mailOrder } from './mail-order'
import { runEffects } from './outbox'
import type { EventKind } from './transitions'

beforeEach(async () => {
  await runEffects([]) // marks the events of other tests as handled
  await db().mail.deleteMany()
})

/** An order of 1,280.00 yuan, paid at noon in Beijing, of an account with this address. */
async function anOrder(changes: Prisma.OrderUpdateInput = {}, account?: { emailVerified: boolean }) {
  const buyerId = randomUUID()
  const email = `${buyerId}@example.com`
  if (account) await db().user.create({ data: { id: buyerId, name: '', email, buyerId, ...account } })
  const items = [{ productId: null, name: '绿茶', priceFen: 128_000, quantity: 1 }]
  const draft = { buyerId, subject: '绿茶 <i>', body: '请包好', items, postageFen: 0 }
  const { id } = await createOrder({ ...draft, postagePayer: 'SELLER' })
  const paidAt = new Date('2026-11-29T04:00:00Z')
  const order = await db().order.update({ where: { id }, data: { paidAt, paidFen: 128_000, ...changes } })
  return { order, email }
}

/** What is posted about an event, however often its handler runs. */
async function mailsAbout(order: Order, kind: EventKind, ref = '') {
  const event = await db().orderEvent.create({ data: { orderId: order.id, kind, ref } })
  await Promise.all([mailOrder(event, order), mailOrder(event, order)])
  await mailOrder(event, order)
  const mails = await db().mail.findMany({ where: { orderNo: order.orderNo }, orderBy: { kind: 'asc' } })
  return mails.map(({ kind, to, subject, text, html }) => ({ kind, to, subject, text, html }))
}

const VERIFIED = { emailVerified: true }

it('A payment is told to the buyer and to the merchant once, in Chinese', async () => {
  const { order, email } = await anOrder({}, VERIFIED)
  const [merchants, buyers, ...others] = await mailsAbout(order, 'paid')
  expect(others).toEqual([])
  expect(merchants).toMatchObject({ kind: 'order_paid', to: env().merchantEmail })
  expect(merchants?.subject).toBe(`新订单已付款 ¥1,280.00，${order.orderNo}`)
  expect(merchants?.text).toContain(`买家留言：请包好`)
  expect(merchants?.text).toContain(`${env().shopUrl}/merchant/orders/${order.orderNo}`)
  expect(buyers).toMatchObject({ kind: 'paid', to: email, subject: `付款成功，订单 ${order.orderNo}` })
  expect(buyers?.text).toContain('付款时间：2026-11-29 12:00:00（北京时间）')
  expect(buyers?.text).toContain('由支付宝代为保管')
  expect(buyers?.text).toContain(`${env().shopUrl}/orders/${order.orderNo}`)
  expect(buyers?.html).toContain('绿茶 &lt;i&gt;')
  expect(buyers?.text).not.toContain('请包好')
})

it('An order made on English pages has English mails', async () => {
  const { order } = await anOrder(
    { language: 'en', subject: 'Longjing', gateway: 'open', body: null },
    VERIFIED,
  )
  const mails = await mailsAbout(order, 'paid')
  expect(mails.map(({ subject }) => subject)).toEqual([
    `New paid order ¥1,280.00, ${order.orderNo}`,
    `Payment received for order ${order.orderNo}`,
  ])
  expect(mails[1]?.text).toContain('Paid at: 2026-11-29 12:00:00 (Beijing time)')
  const withoutShop = mails.map(({ text }) => text.replace(env().alipay.mainname, '')).join()
  expect(withoutShop).not.toMatch(/\p{Script=Han}/u)
  expect(withoutShop).not.toContain('holds the money') // the open platform does not
})

it('A shipment names carrier and tracking number; virtual goods have neither', async () => {
  const sent = await anOrder({ logisticsName: '顺丰速运', invoiceNo: 'SF123' }, VERIFIED)
  const [mail, ...others] = await mailsAbout(sent.order, 'shipped')
  expect(others).toEqual([])
  expect(mail?.text).toContain('物流公司：顺丰速运\n运单号：SF123')
  const card = await anOrder({ virtual: true, logisticsName: '无需物流' }, VERIFIED)
  const [other] = await mailsAbout(card.order, 'shipped')
  expect(other?.text).toContain('无需物流，卖家已经交付')
  expect(other?.text).not.toContain('物流公司')
})

it('Each refund is told with its amount, where the shop knows it', async () => {
  const { order, email } = await anOrder({ gateway: 'open', refundedFen: 3_000 }, VERIFIED)
  const refund = { orderId: order.id, reason: '不要了', state: 'made', changedAt: new Date() }
  for (const [no, fen] of [
    ['r1', 1_000],
    ['r2', 2_000],
  ] as const)
    // prettier-ignore
    await db().refund.create({ data: { ...refund, no: no + order.orderNo, fen } })
  await mailsAbout(order, 'refunded', `r1${order.orderNo}`)
  const mails = await mailsAbout(order, 'refunded', `r2${order.orderNo}`)
  expect(mails.map(({ to }) => to)).toEqual([email, email])
  const amounts = mails.map(({ text }) => /退款金额：(.*)\n累计退款：(.*)/.exec(text)?.slice(1)).toSorted()
  expect(amounts).toEqual([['¥10.00', '¥30.00'], ['¥20.00', '¥30.00']]) // prettier-ignore
  const escrow = await anOrder({}, VERIFIED)
  expect((await mailsAbout(escrow.order, 'refunded'))[0]?.text).toContain('退款金额：以支付宝显示的为准')
})

it('An order that was closed unpaid is told to its buyer, one that was refunded by its refund alone', async () => {
  const unpaid = await anOrder({ paidAt: null, paidFen: null }, VERIFIED)
  expect(await mailsAbout(unpaid.order, 'closed')).toMatchObject([
    { kind: 'closed', to: unpaid.email, subject: `订单已关闭，${unpaid.order.orderNo}` },
  ])
  const refunded = await anOrder({}, VERIFIED)
  expect(await mailsAbout(refunded.order, 'closed')).toEqual([])
})

it('An address that is not verified is told of money only', async () => {
  const unpaid = await anOrder({ paidAt: null }, { emailVerified: false })
  expect(await mailsAbout(unpaid.order, 'closed')).toEqual([])
  const paid = await anOrder({}, { emailVerified: false })
  expect((await mailsAbout(paid.order, 'paid')).map(({ to }) => to)).toContain(paid.email)
})

it('A guest has no mail, not even at the address that the gateway names', async () => {
  const { order } = await anOrder({ buyerEmail: 'someone@alipay.example' })
  const all = await Promise.all(MAILED_EVENTS.map((kind) => mailsAbout(order, kind)))
  const recipients = new Set(all.flat().map(({ to }) => to))
  expect([...recipients]).toEqual([env().merchantEmail])
})

it('The merchant is told of a payment after the end, and of each application for a refund', async () => {
  const late = await anOrder()
  expect(await mailsAbout(late.order, 'paid_late')).toMatchObject([
    { kind: 'money_refused', subject: `订单关闭后收到付款，${late.order.orderNo}` },
  ])
  const { order } = await anOrder({ gateway: 'open', stage: 'paid', tradeStatus: 'TRADE_SUCCESS' })
  expect(await askRefund(order.orderNo, 500, '不想要了\r\nBcc: x@example.com')).toBe(true)
  await runEffects([{ name: 'post mails (test)', on: MAILED_EVENTS, run: mailOrder }])
  const mails = await db().mail.findMany({ where: { orderNo: order.orderNo } })
  expect(mails).toMatchObject([{ kind: 'refund_asked', subject: `买家申请退款，订单 ${order.orderNo}` }])
  expect(mails[0]?.text).toContain('退款金额：¥5.00\n退款原因：不想要了 Bcc: x@example.com')
})
