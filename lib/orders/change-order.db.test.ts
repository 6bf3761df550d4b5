import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Notification, Order } from '@/generated/shop/client'
import { accountIn } from '../alipay/testing/account'
import { db } from '../db'
import { partnerGateway } from '../gateway/partner-gateway'
import { receiveMessage } from '../messages/receive-message'
import { anOrder, aTradeNo, message, signedBytes } from '../messages/testing/messages'
import { applyDecision, closeUntraded, noteQuote, noteTold, NOTE_CHARACTERS, setNote } from './change-order'
import { wakeOutbox } from './outbox'
import { decide, NO_OPEN_REFUND } from './transitions'

vi.mock(import('./outbox'), async (original) => ({ ...(await original()), wakeOutbox: vi.fn() }))
beforeEach(() => void vi.mocked(wakeOutbox).mockClear())

const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: 'asc' } } } })
const kinds = async (order: Order) => (await orderNow(order)).events.map(({ kind }) => kind)

const AT = new Date('2026-11-22T02:00:04.567Z')

const account = accountIn('utf-8')
const gateway = partnerGateway({ ...account, notifyUrl: '', returnUrl: '', showUrl: '' })

/** A log entry as it is made of a message, with bytes and texts that are hard to carry. */
async function anEntry(order: Order): Promise<Notification> {
  const bytes = signedBytes(message(order), { ...account, key: 'x'.repeat(32) })
  const row = await receiveMessage({ channel: 'notify', bytes, remoteAddress: '127.0.0.1' }, gateway)
  return {
    ...row,
    id: randomUUID(),
    rawBytes: new Uint8Array(Array.from({ length: 256 }, (_, byte) => byte)),
    params: { subject: '绿茶 "\\x41" 🍵', none: '' },
    notes: ['unreadable_text', '{"a,b"}'],
  }
}

const paid = (order: Order, evidence: Notification) => {
  const news = {
    tradeStatus: 'WAIT_SELLER_SEND_GOODS',
    refundStatus: null,
    refundAt: null,
    unknown: null,
    ...NO_OPEN_REFUND,
  } as const
  const decision = decide(order, { ...news, paidAt: AT, sent: false })
  if (decision.kind !== 'move') throw new Error(decision.kind)
  const facts = { buyerEmail: 'a@example.com', paidAt: AT, paidFen: 1, quote: null, told: null }
  return applyDecision({ order, decision, tradeNo: aTradeNo(), ...facts, evidence })
}

describe('A decision', () => {
  it('is applied with its events and its log entry, to the last byte, and wakes the outbox', async () => {
    const order = await anOrder(1)
    const log = await anEntry(order)
    vi.mocked(wakeOutbox).mockClear()
    expect(await paid(order, log)).toBe(true)
    expect(await orderNow(order)).toMatchObject({
      ...{ stage: 'paid', tradeStatus: 'WAIT_SELLER_SEND_GOODS', refundStatus: null, paidAt: AT, paidFen: 1 },
      ...{ version: 1, buyerEmail: 'a@example.com', subject: order.subject, createdAt: order.createdAt },
    })
    expect(await kinds(order)).toEqual(['created', 'paid'])
    expect(await db().notification.findUnique({ where: { id: log.id } })).toEqual(log)
    expect(wakeOutbox).toHaveBeenCalledOnce()
  })

  it('[T3.4b] on an order that was changed meanwhile is not applied, and leaves nothing', async () => {
    const order = await anOrder(1)
    await paid(order, await anEntry(order))
    vi.mocked(wakeOutbox).mockClear()
    const log = await anEntry(order)
    expect(await paid(order, log)).toBe(false)
    expect((await orderNow(order)).version).toBe(1)
    expect(await db().notification.findUnique({ where: { id: log.id } })).toBeNull()
    expect(wakeOutbox).not.toHaveBeenCalled()
  })

  it('is not applied where its log entry cannot be written', async () => {
    const order = await anOrder(1)
    const log = await anEntry(order)
    await db().notification.create({ data: { ...log, params: {} } })
    await expect(paid(order, log)).rejects.toThrow()
    expect(await orderNow(order)).toMatchObject({ stage: 'unpaid', version: 0 })
    expect(await kinds(order)).toEqual(['created'])
  })
})

it('An order is closed by the shop once, and the outbox is woken for its stock', async () => {
  const order = await anOrder(1)
  vi.mocked(wakeOutbox).mockClear()
  expect(await Promise.all([closeUntraded(order), closeUntraded(order)])).toContain(false)
  expect(await orderNow(order)).toMatchObject({ stage: 'closed', tradeStatus: 'TRADE_CLOSED', version: 1 })
  expect(await kinds(order)).toEqual(['created', 'closed'])
  expect(wakeOutbox).toHaveBeenCalledOnce()
  expect(await closeUntraded(await orderNow(order))).toBe(false)
})

it('An order with a trade is not closed by the shop alone', async () => {
  const order = await anOrder(1)
  const tradeNo = aTradeNo()
  await db().order.update({ where: { id: order.id }, data: { tradeNo } })
  expect(await closeUntraded({ ...order, tradeNo })).toBe(false)
})

it('A price is noted once, with its event, while the order can be paid', async () => {
  const order = await anOrder(1)
  const quote = { quotedFen: 2, quotedAt: AT }
  await noteQuote(order, quote)
  expect(await kinds(order)).toEqual(['created'])
  const tradeStatus = 'WAIT_BUYER_PAY' as const
  const bound = await db().order.update({ where: { id: order.id }, data: { tradeStatus } })
  vi.mocked(wakeOutbox).mockClear()
  await noteQuote(bound, quote)
  await noteQuote(await orderNow(order), quote)
  expect(await orderNow(order)).toMatchObject({ ...quote, version: 1 })
  expect(await kinds(order)).toEqual(['created', 'price_changed'])
  expect(wakeOutbox).toHaveBeenCalledOnce()
})

it('A receiver is kept under the lock; one that is known writes nothing', async () => {
  const order = await anOrder(1)
  const told = { told: { logisticsType: 'EMS' }, toldAt: AT, isLateStatus: false }
  expect(await noteTold(order, told)).toBe(true)
  expect(await noteTold(order, told)).toBe(false)
  expect(await noteTold(await orderNow(order), told)).toBe(true)
  expect(await orderNow(order)).toMatchObject({ told: { logisticsType: 'EMS' }, toldAt: AT, version: 1 })
})

it.each([
  ['  发顺丰\r\n别放门口 ', '发顺丰\n别放门口'],
  [' \n ', null],
  ['a\0b', 'ab'],
  ['茶'.repeat(NOTE_CHARACTERS + 1), '茶'.repeat(NOTE_CHARACTERS)],
  ['茶'.repeat(NOTE_CHARACTERS - 1) + '😀', '茶'.repeat(NOTE_CHARACTERS - 1) + '\ufffd'],
])('A note is kept as it was meant, and touches nothing else (%#)', async (text, note) => {
  const order = await anOrder(1)
  expect(await setNote(order.orderNo, text, '')).toBe(true)
  expect(await db().order.findUnique({ where: { orderNo: order.orderNo } })).toEqual({ ...order, note })
})

it('A note that somebody else changed meanwhile is not overwritten; the same one twice is kept', async () => {
  const { orderNo } = await anOrder(1)
  const noteNow = async () => (await db().order.findUnique({ where: { orderNo } }))?.note
  expect(await setNote(orderNo, '发顺丰', '')).toBe(true)
  expect(await setNote(orderNo, '发邮政', '')).toBe(false)
  expect(await noteNow()).toBe('发顺丰')
  expect(await setNote(orderNo, '发顺丰', '')).toBe(true)
  expect(await setNote(orderNo, '发顺丰\n周末送', '发顺丰')).toBe(true)
  expect(await noteNow()).toBe('发顺丰\n周末送')
})
