import { expect, it } from 'vitest'
import { readLogSearch } from './log-search'

it('[T4.4b] a filter is read from an address, its times as Beijing times', () => {
  const query = {
    verdict: 'bad_sign',
    channel: 'notify',
    orderNo: ' 42 ',
    from: '2026-11-22T10:00',
    to: '2026-11-22 10:00:05',
  }
  expect(readLogSearch(query)).toEqual({
    verdict: 'bad_sign',
    channel: 'notify',
    orderNo: '42',
    from: new Date('2026-11-22T02:00:00Z'),
    to: new Date('2026-11-22T02:00:05Z'),
  })
})

it('[T4.4b] what makes no sense in an address is left out', () => {
  const nothing = {}
  const nonsense = ['x', '\0', '2026-02-30T00:00', '__proto__']
  for (const text of nonsense)
    expect(readLogSearch({ verdict: text, channel: text, from: text, to: text })).toEqual(nothing)
  expect(readLogSearch({ orderNo: '1'.repeat(65), verdict: ['applied', 'stale'] })).toEqual(nothing)
  expect(readLogSearch({ orderNo: 'a\0' })).toEqual(nothing)
})
