import { expect, it } from 'vitest'
import { type DoubtedOrder, doubtOf, lastAskedAt } from './payment-doubt'

const now = new Date('2026-11-22T10:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const never = { handedOverAt: null, askedAt: null, answeredAt: null }
type Times = Partial<NonNullable<DoubtedOrder['enquiry']>>
const doubt = ({ tradeStatus = null, paidAt = null, ...times }: Times & Partial<DoubtedOrder>) =>
  doubtOf({ tradeStatus, paidAt, enquiry: { ...never, ...times } }, now)

it('An order that was never handed over is not paid, that is sure', () => expect(doubt({})).toBe('none'))

it('[T5.3] One that was handed over may be paid, whatever its last message says', () => {
  for (const tradeStatus of [null, 'WAIT_BUYER_PAY'] as const)
    expect(doubt({ tradeStatus, handedOverAt: before(5) })).toBe('handed_over')
})

it('It is sure for a minute after the gateway has said so, unless it is handed over again', () => {
  const asked = { handedOverAt: before(90), askedAt: before(31), answeredAt: before(30) }
  expect(doubt(asked)).toBe('none')
  expect(doubt({ ...asked, handedOverAt: before(20) })).toBe('handed_over')
  expect(doubt({ ...asked, askedAt: before(61), answeredAt: before(60) })).toBe('handed_over')
})

it('A question without an answer leaves it open, also of an order that the shop has closed', () => {
  const asked = { askedAt: before(2) }
  expect(doubt(asked)).toBe('unanswered')
  expect(doubt({ ...asked, tradeStatus: 'TRADE_CLOSED' })).toBe('unanswered')
  expect(doubt({ ...asked, answeredAt: before(3) })).toBe('unanswered')
  expect(doubt({ ...asked, answeredAt: before(1) })).toBe('none')
})

it('There is no doubt of a paid order, nor of one whose state has words of its own', () => {
  const asked = { askedAt: before(2), handedOverAt: before(3) }
  expect(doubt({ ...asked, tradeStatus: 'WAIT_SELLER_SEND_GOODS', paidAt: before(1) })).toBe('none')
  expect(doubt({ ...asked, tradeStatus: 'WAIT_SYS_CONFIRM_PAY' })).toBe('none')
})

it('[T5.3] "Not paid yet" is said of what can still be paid, and not of a bank transfer under way', () => {
  const enquiry = { handedOverAt: before(90), askedAt: before(31), answeredAt: before(30) }
  const lastOf = (
    tradeStatus: DoubtedOrder['tradeStatus'],
    changes: Times = {},
    paidAt: Date | null = null,
  ) => lastAskedAt({ tradeStatus, paidAt, enquiry: { ...enquiry, ...changes } }, now)
  expect(lastOf(null)).toEqual(before(30))
  expect(lastOf('WAIT_BUYER_PAY')).toEqual(before(30))
  expect(lastOf('WAIT_BUYER_PAY', { askedAt: before(5) })).toEqual(before(5))
  expect(lastOf('WAIT_SYS_CONFIRM_PAY')).toBeNull()
  expect(lastOf('WAIT_SYS_CONFIRM_PAY', { askedAt: before(5) })).toBeNull()
  expect(lastOf('WAIT_SELLER_SEND_GOODS', {}, before(20))).toBeNull()
})
