import { expect, it } from 'vitest'
import { csvLine } from './csv'

it('a line has its cells in order, numbers as they are and nothing for null', () => {
  expect(csvLine(['茶', -1, null, 'x'])).toBe('茶,-1,,x\r\n')
})

it('quotes, commas and line breaks stay within their cell', () => {
  expect(csvLine(['a "b"', 'c,d', 'e\nf'])).toBe('"a ""b""","c,d","e\nf"\r\n')
})

it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\n=1'])(
  'the text %j is not run as a formula',
  (text) => {
    expect(csvLine([text])).toMatch(/^"?'/)
  },
)
