import { expect, it } from 'vitest'
import { REFUND_STATUSES, TRADE_STATUSES } from '@/lib/alipay/status'
import { stateInWords } from './order-words'

const paidAt = new Date()
const partner = { gateway: 'partner', stage: 'unpaid', refundedFen: 0 }
const never = { handedOverAt: null, askedAt: null, answeredAt: null }

it('[T5.4a] [T5.4b] Every state of an order is a heading in both languages, a refund before its trade', () => {
  for (const tradeStatus of Object.keys(TRADE_STATUSES) as (keyof typeof TRADE_STATUSES)[])
    for (const refundStatus of [null, ...Object.keys(REFUND_STATUSES)]) {
      const order = { ...partner, tradeStatus, refundStatus, paidAt }
      expect(stateInWords(order, 'zh'), tradeStatus).toMatch(/^\p{Script=Han}/u)
      expect(stateInWords(order, 'en'), tradeStatus).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
    }
  const refunded = {
    ...partner,
    ...({ tradeStatus: 'TRADE_CLOSED', refundStatus: 'REFUND_SUCCESS', paidAt } as const),
  }
  expect(stateInWords(refunded, 'en')).toBe('Refunded')
})

it('An order that was never paid says so', () => {
  const unpaid = { ...partner, tradeStatus: null, refundStatus: null, paidAt: null }
  expect(stateInWords(unpaid, 'en')).toBe('Waiting for payment')
  expect(stateInWords({ ...unpaid, tradeStatus: 'TRADE_CLOSED' }, 'en')).toBe('Closed without a payment')
})

it('An order of which the gateway has not answered is not called unpaid', () => {
  const asked = {
    ...partner,
    tradeStatus: null,
    refundStatus: null,
    paidAt: null,
    enquiry: { ...never, askedAt: new Date() },
  }
  expect(stateInWords(asked, 'zh')).toBe('付款结果待确认')
  expect(stateInWords({ ...asked, tradeStatus: 'WAIT_BUYER_PAY' }, 'en')).toBe('Payment to be confirmed')
})

it('An order of the open platform says where it stands by its stage', () => {
  const open = {
    ...partner,
    gateway: 'open',
    tradeStatus: 'TRADE_SUCCESS',
    refundStatus: null,
    paidAt,
  } as const
  const says = (changes: object) => stateInWords({ ...open, ...changes }, 'zh')
  expect(says({ stage: 'paid' })).toBe('等待卖家发货')
  expect(says({ stage: 'shipped' })).toBe('等待买家确认收货')
  expect(says({ stage: 'finished' })).toBe('交易完成')
  expect(says({ stage: 'closed', refundedFen: 100 })).toBe('已全额退款')
  expect(says({ stage: 'closed' })).toBe('关闭后收到付款')
  expect(says({ stage: 'closed', paidAt: null, tradeStatus: 'TRADE_CLOSED' })).toBe('交易关闭，没有付款')
})
