import { expect, it } from 'vitest'
import { beijingDay, beijingMidnight } from './beijing-day'

it.each([
  ['2026-11-22T15:59:59.999Z', '2026-11-22'],
  ['2026-11-22T16:00:00.000Z', '2026-11-23'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
])('At %s it is %s in Beijing', (moment, day) => {
  expect(beijingDay(new Date(moment))).toBe(day)
  expect(beijingDay(beijingMidnight(new Date(moment)))).toBe(day)
  expect(beijingMidnight(new Date(moment)).toISOString()).toMatch(/T16:00:00.000Z$/)
})

it('The days before are whole days', () => {
  const midnight = beijingMidnight(new Date('2026-03-01T00:00:00Z'), 29)
  expect(midnight.toISOString()).toBe('2026-01-30T16:00:00.000Z')
})
