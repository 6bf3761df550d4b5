import { expect, it } from 'vitest'
import { statePath } from './state-path'

it('[T3.4b] the way of an order is told by its transitions, trade and refund apart, repeats once', () => {
  expect(
    statePath([
      'none -> WAIT_BUYER_PAY',
      'WAIT_BUYER_PAY -> WAIT_BUYER_PAY, price 1.00 -> 0.50',
      'WAIT_BUYER_PAY -> WAIT_BUYER_CONFIRM_GOODS',
      'WAIT_BUYER_CONFIRM_GOODS -> WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_AGREE',
      'WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_AGREE -> TRADE_CLOSED + REFUND_SUCCESS',
    ]),
  ).toEqual({
    trade: ['WAIT_BUYER_PAY', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_CLOSED'],
    refund: ['WAIT_SELLER_AGREE', 'REFUND_SUCCESS'],
  })
  expect(statePath([])).toEqual({ trade: [], refund: [] })
})

it('[T3.4b] a refusal, another application and its success are three steps of a refund', () => {
  const word = (status: string) => `x -> WAIT_BUYER_CONFIRM_GOODS + ${status}`
  const { refund } = statePath(['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'WAIT_SELLER_AGREE'].map(word))
  expect(refund).toEqual(['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'WAIT_SELLER_AGREE'])
})
