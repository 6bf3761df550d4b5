import fc from 'fast-check'
import { expect, it } from 'vitest'
import { axisEnd, axisTicks } from './axis'

it.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [5, 5],
  [6, 10],
  [99, 100],
  [101, 200],
  [12_800, 20_000],
])('An axis for up to %i ends at %i', (most, end) => expect(axisEnd(most)).toBe(end))

it('An axis has room for every value, and does not waste more than it uses thrice over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), (most) => {
      expect(axisEnd(most)).toBeGreaterThanOrEqual(most)
      expect(axisEnd(most)).toBeLessThanOrEqual(most * 2.5)
    }),
  )
})

it('Half an order is not written at an axis', () => {
  expect(axisTicks(1)).toEqual([0, 1])
  expect(axisTicks(5)).toEqual([0, 5])
  expect(axisTicks(20)).toEqual([0, 10, 20])
})
