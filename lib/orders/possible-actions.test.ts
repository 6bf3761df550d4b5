import { describe, expect, it } from 'vitest'
import { isPayable, possibleActions } from './possible-actions'

const order = {
  ...{ gateway: 'partner', stage: 'unpaid', paidAt: null, paidFen: null, totalFen: 100, refundedFen: 0 },
  tradeStatus: null,
  refundStatus: null,
  tradeNo: '2026112200001000000000000042',
  refunds: [],
}
const NOTHING = { ship: false, close: false, refund: false }

it('An order that never came to the gateway can be closed', () =>
  expect(possibleActions({ ...order, tradeNo: null })).toEqual({ ...NOTHING, close: true }))

it('An unpaid trade can be closed', () =>
  expect(possibleActions({ ...order, tradeStatus: 'WAIT_BUYER_PAY' })).toEqual({ ...NOTHING, close: true }))

it('An order that was paid in a way that was not accepted is not closed', () => {
  expect(possibleActions({ ...order, tradeStatus: 'WAIT_BUYER_PAY' }, true)).toEqual(NOTHING)
  expect(possibleActions({ ...order, tradeNo: null }, true)).toEqual(NOTHING)
})

it.each([null, 'WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'REFUND_CLOSED'] as const)(
  'A paid order can be shipped, the refund being %s',
  (refundStatus) =>
    expect(possibleActions({ ...order, tradeStatus: 'WAIT_SELLER_SEND_GOODS', refundStatus })).toEqual({
      ...NOTHING,
      ship: true,
    }),
)

it.each(['WAIT_ALIPAY_REFUND', 'ALIPAY_CHECK', 'REFUND_SUCCESS', 'WAIT_BUYER_RETURN_GOODS'] as const)(
  'A paid order is not shipped while its refund is %s',
  (refundStatus) =>
    expect(possibleActions({ ...order, tradeStatus: 'WAIT_SELLER_SEND_GOODS', refundStatus })).toEqual(
      NOTHING,
    ),
)

it.each(['WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED', 'TRADE_CLOSED', 'WAIT_SYS_CONFIRM_PAY'] as const)(
  'Nothing can be done to an order that is %s',
  (tradeStatus) => expect(possibleActions({ ...order, tradeStatus })).toEqual(NOTHING),
)

it.each([null, 'WAIT_BUYER_PAY'] as const)(
  'A payment is taken for an order that is %s, unless one came',
  (tradeStatus) => {
    expect(isPayable({ tradeStatus, paidAt: null })).toBe(true)
    expect(isPayable({ tradeStatus, paidAt: new Date() })).toBe(false)
  },
)

it.each(['WAIT_SELLER_SEND_GOODS', 'TRADE_CLOSED', 'WAIT_SYS_CONFIRM_PAY'] as const)(
  'No payment is taken for an order that is %s',
  (tradeStatus) => expect(isPayable({ tradeStatus, paidAt: null })).toBe(false),
)

describe('An order of the open platform', () => {
  const paid = {
    ...order,
    ...({ gateway: 'open', stage: 'paid', tradeStatus: 'TRADE_SUCCESS' } as const),
    ...{ paidAt: new Date(), paidFen: 100 },
  }

  it('is shipped and refunded by the shop, once it is paid', () => {
    expect(possibleActions(paid)).toEqual({ ship: true, close: false, refund: true })
    expect(possibleActions({ ...order, gateway: 'open' })).toEqual({ ...NOTHING, close: true })
  })

  it('is only refunded when it is shipped, and neither while a refund is not settled', () => {
    expect(possibleActions({ ...paid, stage: 'shipped' })).toEqual({ ...NOTHING, refund: true })
    expect(possibleActions({ ...paid, refunds: [{ state: 'sent' }] })).toEqual(NOTHING)
  })

  it('can still be shipped after Alipay’s time for refunds is over', () => {
    expect(possibleActions({ ...paid, tradeStatus: 'TRADE_FINISHED' })).toEqual({ ...NOTHING, ship: true })
  })
})
