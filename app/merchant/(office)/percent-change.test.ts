import { expect, it } from 'vitest'
import { percentChange } from './percent-change'

it.each([
  [90_600, 76_800, 18],
  [15_100, 15_360, -2],
  [0, 5, -100],
  [5, 5, 0],
  [1_000, 1_001, -0],
  [5, 0, undefined],
])('%i after %i is a change of %s per cent', (now, before, change) =>
  expect(percentChange(now, before)).toBe(change),
)
