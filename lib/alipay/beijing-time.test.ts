import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beijingDay, beijingMidnight, formatBeijingTime, parseBeijingTime } from './beijing-time'

describe('the time in messages', () => {
  it('[T3.4c] it is Beijing time, eight hours before UTC, in any month and on any machine', () => {
    expect(formatBeijingTime(new Date('2011-01-05T16:04:22Z'))).toBe('2011-01-06 00:04:22')
    expect(formatBeijingTime(new Date('2011-07-31T15:59:59.999Z'))).toBe('2011-07-31 23:59:59')
    expect(parseBeijingTime('2011-01-06 00:04:22')).toEqual(new Date('2011-01-05T16:04:22Z'))
  })

  it('[T3.4c] milliseconds, as in gmt_refund of a query, are read over', () => {
    expect(parseBeijingTime('2017-01-14 17:03:56.744')).toEqual(new Date('2017-01-14T09:03:56Z'))
  })

  it('[#33] 29 February is a day in a leap year only', () => {
    expect(parseBeijingTime('2012-02-29 12:00:00')).toEqual(new Date('2012-02-29T04:00:00Z'))
    expect(parseBeijingTime('2011-02-29 12:00:00')).toBeUndefined()
  })

  it.each([
    '',
    '2011-01-05',
    '16:04:22',
    '2011-01-05T16:04:22',
    '2011-01-05 16:04',
    '2011-1-5 16:04:22',
    '2011-13-01 00:00:00',
    '2011-04-31 00:00:00',
    '2011-01-01 24:00:00',
    '2011-01-01 00:60:00',
    '2011-01-01 00:00:60',
    '2011-00-01 00:00:00',
    '2011-01-05 16:04:22Z',
    '2011-01-05 16:04:22.',
    ' 2011-01-05 16:04:22',
    '2011-01-05 16:04:22\n',
    '20110105160422',
    '0000-01-01 00:00:00',
  ])('[#33] %j is not a time', (text) => {
    expect(parseBeijingTime(text)).toBeUndefined()
  })

  it('[T3.4c] any whole second makes the round trip', () => {
    const min = Date.UTC(2000, 0)
    const seconds = fc.integer({ min: min / 1000, max: Date.UTC(2100, 0) / 1000 })
    fc.assert(
      fc.property(seconds, (second) => {
        const moment = new Date(second * 1000)
        expect(parseBeijingTime(formatBeijingTime(moment))).toEqual(moment)
      }),
    )
  })
})

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
