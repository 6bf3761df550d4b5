import { expect, it } from 'vitest'
import { cursorOf, cutPage, readCursor } from './keyset'

const id = '01234567-89ab-cdef-0123-456789abcdef'

it('[T4.4b] A cursor goes through an address unchanged, a moment in milliseconds', () => {
  expect(readCursor(cursorOf({ value: 42, id }))).toEqual({ value: 42, id })
  const moment = new Date(1_795_313_045_123)
  expect(readCursor(cursorOf({ value: moment, id }))).toEqual({ value: moment.getTime(), id })
})

it.each([
  undefined,
  null,
  '',
  'x',
  '.',
  '1.',
  `.${id}`,
  '1_x',
  '-1.x',
  `${'9'.repeat(14)}.x`,
  "1.'",
  '1.x;--',
  '1.\0',
])('[T4.4b] %j is no cursor', (text) => expect(readCursor(text)).toBeUndefined())

it('A page has a next one only where more was found than it holds', () => {
  const rows = [3, 2, 1].map((value) => ({ id: `${value}`, value }))
  const valueOf = ({ value }: { value: number }) => value
  expect(cutPage(rows, 2, valueOf)).toEqual({ rows: rows.slice(0, 2), next: '2.2' })
  expect(cutPage(rows, 3, valueOf)).toEqual({ rows, next: null })
  expect(cutPage([], 3, valueOf)).toEqual({ rows: [], next: null })
})
