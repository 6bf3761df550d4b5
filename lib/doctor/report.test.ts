import { expect, test } from 'vitest'
import { check, exitCode, report, say, type Section, summary } from './report'

const { ok, warning, error, look } = check('T5.2-1F', 'page')
const sections = (...lines: Section['lines']): Section[] => [{ title: say('页面', 'Pages'), lines }]

test('errors end the doctor with 2, warnings with 1, and what a person has to look up with 0', () => {
  const found = ['找到', 'found'] as const
  expect(exitCode(sections(ok(...found), look(...found)))).toBe(0)
  expect(exitCode(sections(ok(...found), warning(...found)))).toBe(1)
  expect(exitCode(sections(error(...found), warning(...found)))).toBe(2)
})

test('a line tells what was found and what to do, in either language, and not the number of a requirement', () => {
  const found = sections(error('有 BOM', 'a BOM', say('去掉', 'remove it')), ok('好', 'fine'))
  expect(report(found, 'zh')).toBe('页面\n  ✗ 错误 有 BOM\n      → 去掉\n  ✓ 正常 好\n\n正常 1，错误 1\n')
  expect(report(found, 'en')).toContain('✗ error a BOM\n      → remove it')
  expect(summary(found, 'en')).toBe('ok 1, error 1')
})

test('what a foreign page shows cannot steer the terminal', () => {
  expect(report(sections(error('\x1b[2J清屏\r\n', 'x')), 'zh')).toContain('?[2J清屏??')
})
