import { expect, it } from 'vitest'
import { ageInWords, isLate } from './age'

const NOW = new Date('2026-11-29T12:00:00Z')
const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

it.each([
  [-5, '刚刚', 'just now'],
  [0.9, '刚刚', 'just now'],
  [1, '1 分钟前', '1 min ago'],
  [59.9, '59 分钟前', '59 min ago'],
  [60, '1 小时前', '1 h ago'],
  [24 * 60 - 1, '23 小时前', '23 h ago'],
  [24 * 60, '1 天前', '1 day ago'],
  [49 * 60, '2 天前', '2 days ago'],
])('What was %d minutes ago was %s', (minutes, zh, en) => {
  expect(ageInWords(before(minutes), NOW, 'zh')).toBe(zh)
  expect(ageInWords(before(minutes), NOW, 'en')).toBe(en)
})

it('Who waits has waited as long, and for long after half a day', () => {
  expect(ageInWords(before(21 * 60), NOW, 'zh', true)).toBe('已等 21 小时')
  expect(ageInWords(before(21 * 60), NOW, 'en', true)).toBe('waiting 21 h')
  expect([isLate(before(719), NOW), isLate(before(720), NOW)]).toEqual([false, true])
})
