import { expect, it } from 'vitest'
import { stateAfter, statePath, transitionOf } from './moves'

const to = (toTrade: string | null, toRefund: string | null = null) => ({ toTrade, toRefund })

it('[T3.4b] the way of an order is told by its moves, trade and refund apart, repeats once', () => {
  expect(
    statePath([
      to('WAIT_BUYER_PAY'),
      to('WAIT_BUYER_PAY'),
      to('WAIT_BUYER_CONFIRM_GOODS'),
      to('WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_AGREE'),
      to('TRADE_CLOSED', 'REFUND_SUCCESS'),
    ]),
  ).toEqual({
    trade: ['WAIT_BUYER_PAY', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_CLOSED'],
    refund: ['WAIT_SELLER_AGREE', 'REFUND_SUCCESS'],
  })
  expect(statePath([])).toEqual({ trade: [], refund: [] })
})

it('[T3.4b] a refusal, another application and its success are three steps of a refund', () => {
  const steps = ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'WAIT_SELLER_AGREE']
  expect(statePath(steps.map((status) => to('WAIT_BUYER_CONFIRM_GOODS', status))).refund).toEqual(steps)
})

const NOTHING = {
  fromTrade: null,
  toTrade: null,
  fromRefund: null,
  toRefund: null,
  fromFen: null,
  toFen: null,
}

it.each([
  [{}, null],
  [{ toTrade: 'WAIT_BUYER_PAY' }, 'none -> WAIT_BUYER_PAY'],
  [
    { fromTrade: 'TRADE_FINISHED', toTrade: 'TRADE_FINISHED', toRefund: 'REFUND_SUCCESS' },
    'TRADE_FINISHED -> TRADE_FINISHED + REFUND_SUCCESS',
  ],
  [
    { fromTrade: 'WAIT_BUYER_PAY', toTrade: 'WAIT_BUYER_PAY', fromFen: 100, toFen: 50 },
    'WAIT_BUYER_PAY -> WAIT_BUYER_PAY, ¥1.00 -> ¥0.50',
  ],
])('a move in one line: %j', (moves, line) => {
  expect(transitionOf({ ...NOTHING, ...moves })).toBe(line)
  expect(stateAfter({ ...NOTHING, ...moves })).toBe(line && line.slice(line.indexOf(' -> ') + 4))
})
