import { expect, it } from 'vitest'
import { payableUntil } from './payable-until'
import { isPayable } from './possible-actions'

const createdAt = new Date('2026-11-29T10:00:00Z')
const order = { gateway: 'open', stockHeld: true, createdAt, tradeStatus: null, paidAt: null }
const at = (text: string) => new Date(`2026-11-${text}Z`)

it('[#91] An order of the open platform that holds goods can be paid for 24 hours', () => {
  expect(payableUntil(order)).toEqual(at('30T10:00:00'))
  expect(isPayable(order, at('30T09:59:59'))).toBe(true)
  expect(isPayable(order, at('30T10:00:00'))).toBe(false)
})

it.each([{ gateway: 'partner' }, { stockHeld: false }])('[#91] One with %j has no such moment', (changes) => {
  expect(payableUntil({ ...order, ...changes })).toBeNull()
  expect(isPayable({ ...order, ...changes }, at('30T10:00:01'))).toBe(true)
})
