import { expect, it } from 'vitest'
import { type BadgedOrder, badgeState } from './order-badge'

const PAID_AT = new Date('2026-11-29T00:00:00Z')
const unpaid: BadgedOrder = {
  gateway: 'partner',
  stage: 'unpaid',
  tradeStatus: null,
  refundStatus: null,
  refundedFen: 0,
  paidAt: null,
  enquiry: null,
}
const paid: BadgedOrder = { ...unpaid, stage: 'paid', tradeStatus: 'WAIT_SELLER_SEND_GOODS', paidAt: PAID_AT }
const open: BadgedOrder = {
  ...unpaid,
  gateway: 'open',
  stage: 'paid',
  tradeStatus: 'TRADE_SUCCESS',
  paidAt: PAID_AT,
}

it.each<[string, BadgedOrder]>([
  ['unpaid', unpaid],
  ['paid', paid],
  ['paid', open],
  ['finished', { ...open, gateway: 'partner' }],
  ['shipped', { ...paid, stage: 'shipped' }],
  ['finished', { ...paid, stage: 'finished' }],
  ['closed', { ...unpaid, stage: 'closed' }],
  ['paidLate', { ...paid, stage: 'closed' }],
  ['refundAsked', { ...paid, refundStatus: 'WAIT_SELLER_AGREE' }],
  ['refundAsked', { ...open, refunds: [{ state: 'asked' }] }],
  ['refunding', { ...paid, refundStatus: 'WAIT_BUYER_RETURN_GOODS' }],
  ['refunding', { ...open, refunds: [{ state: 'sent' }] }],
  ['refunded', { ...paid, stage: 'closed', refundStatus: 'REFUND_SUCCESS' }],
  ['refunded', { ...open, stage: 'closed', refundedFen: 1 }],
  ['paid', { ...paid, refundStatus: 'REFUND_CLOSED' }],
])('an order is shown as %s', (state, order) => {
  expect(badgeState(order)).toBe(state)
})
