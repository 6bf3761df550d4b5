import { expect, it } from 'vitest'
import { parseDuration } from './clock'

it('A duration is a number and a unit', () => {
  expect(['90s', '2m', '15h', '7d', '0s'].map(parseDuration)).toEqual([
    90_000, 120_000, 54_000_000, 604_800_000, 0,
  ])
})

it.each(['', '2', 'm', '-2m', '2 m', '1.5h', '2M', '401d', '1e3s'])('%j is none', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})
