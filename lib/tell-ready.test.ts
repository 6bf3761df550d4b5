import { expect, it } from 'vitest'
import { readyText } from './tell-ready'

const URL = 'http://127.0.0.1:3000'

it('a start ends with the line that programs wait for', () => {
  expect(readyText(URL)).toBe('担保 Danbao is ready: http://127.0.0.1:3000')
})

it('the first start ends with the password of the back office, set off below that line', () => {
  const lines = readyText(URL, { email: 'merchant@example.com', password: 'abc23' }).split('\n')
  expect(lines[0]).toBe(readyText(URL))
  expect(lines[1]).toBe('')
  expect(lines[2]).toMatch(/^ +─+$/)
  expect(lines.slice(3, -2).filter((line) => line.includes('abc23'))).toHaveLength(2)
  expect(lines.slice(-2)).toEqual([lines[2], ''])
})
