import { expect, it } from 'vitest'
import { isFinal, mayAsk, refundableFen } from './refunds'

const DAY_MS = 24 * 60 * 60 * 1000
const paid = {
  ...({ gateway: 'open', stage: 'paid', tradeStatus: 'TRADE_SUCCESS' } as const),
  ...{ paidAt: new Date(), paidFen: 100, totalFen: 100, refundedFen: 0 },
}

it('[#88] What can go back is what was paid less what went back', () => {
  expect(refundableFen(paid)).toBe(100)
  expect(refundableFen({ ...paid, refundedFen: 30 })).toBe(70)
  expect(refundableFen({ ...paid, refundedFen: 130 })).toBe(0)
})

it('[#88] Nothing goes back of an order that is unpaid, of escrow, or too old for Alipay', () => {
  expect(refundableFen({ ...paid, paidAt: null, paidFen: null, stage: 'unpaid' })).toBe(0)
  expect(refundableFen({ ...paid, gateway: 'partner' })).toBe(0)
  expect(refundableFen({ ...paid, tradeStatus: 'TRADE_FINISHED' })).toBe(0)
})

it('[#54] Money that was paid after the order was closed can go back, and the merchant decides that', () => {
  const late = { ...paid, stage: 'closed', tradeStatus: 'TRADE_CLOSED' } as const
  expect(refundableFen(late)).toBe(100)
  expect(mayAsk(late, [], null, new Date())).toBe(false)
})

it('A buyer may ask until seven days after the end, and for one refund at a time', () => {
  const now = new Date()
  for (const stage of ['paid', 'shipped']) expect(mayAsk({ ...paid, stage }, [], null, now)).toBe(true)
  const finished = { ...paid, stage: 'finished' }
  const endedAgo = (ms: number) => mayAsk(finished, [], new Date(now.getTime() - ms), now)
  expect(endedAgo(7 * DAY_MS)).toBe(true)
  expect(endedAgo(7 * DAY_MS + 1)).toBe(false)
  const asks = (state: string) => mayAsk(paid, [{ state: 'declined' }, { state }], null, now)
  expect(['asked', 'sent'].map(asks)).toEqual([false, false])
  expect(['declined', 'made', 'refused'].map(asks)).toEqual([true, true, true])
})

it('[#87] Only a code that says that nothing went back ends a refund', () => {
  expect(['SELLER_BALANCE_NOT_ENOUGH', 'ACQ.TRADE_HAS_FINISHED'].map(isFinal)).toEqual([true, true])
  const unsure = ['ACQ.SYSTEM_ERROR', 'SYSTEM_ERROR', 'DISCORDANT_REPEAT_REQUEST', 'aop.ACQ.SYSTEM_ERROR', '']
  expect(unsure.map(isFinal)).toEqual([false, false, false, false, false])
})
