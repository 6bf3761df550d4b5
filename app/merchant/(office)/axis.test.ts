import fc from 'fast-check'
import { expect, it } from 'vitest'
import { axisEnd, axisTicks } from './axis'

it.each([
  [0, 1],
  [1, 1],
  [3, 3],
  [5, 5],
  [7, 8],
  [9, 10],
  [11, 15],
  [99, 100],
  [101, 150],
  [12_800, 15_000],
])('An axis for up to %i ends at %i', (most, end) => expect(axisEnd(most)).toBe(end))

it('An axis has room for every value, and uses most of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), (most) => {
      expect(axisEnd(most)).toBeGreaterThanOrEqual(most)
      expect(axisEnd(most)).toBeLessThanOrEqual(Math.max(most * 1.5, 2))
    }),
  )
})

it('Half an order is not written at an axis', () => {
  expect(axisTicks(1)).toEqual([0, 1])
  expect(axisTicks(5)).toEqual([0, 5])
  expect(axisTicks(20)).toEqual([0, 10, 20])
})
