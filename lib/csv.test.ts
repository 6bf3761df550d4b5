import { expect, it } from 'vitest'
import { csvLine } from './csv'

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '\tx',
  '\0=1',
])('[#65] A cell that begins with %j is no formula', (text) => expect(csvLine([text])).toBe(`"'${text}"\r\n`))

it('Everything else is as it is, whatever separates, quotes or breaks', () =>
  expect(csvLine(['绿茶', 'a"b', 'a,b\nc', '', '1-2', '83.00'])).toBe(
    '"绿茶","a""b","a,b\nc","","1-2","83.00"\r\n',
  ))

it('A long number stays a text', () =>
  expect(csvLine(['202611220000000000000001'])).toBe('"202611220000000000000001\t"\r\n'))
