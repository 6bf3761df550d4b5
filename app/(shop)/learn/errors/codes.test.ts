import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { listLessons, listScenarios } from '@/scenarios/scenario'
import { CHECKS, DIAGNOSES, findCode, GATEWAY_CODES, OPEN_CODES } from './codes'
import { provocationOf } from './provoke'

const ALL = [...GATEWAY_CODES, ...OPEN_CODES, ...DIAGNOSES, ...CHECKS]

it('Every code of the gateway, cause of the log and check of the doctor has a page, in both languages', () => {
  expect(ALL.length).toBeGreaterThan(150)
  for (const code of ALL) {
    const found = findCode(code)
    const texts = [
      ...(found?.help.flatMap(({ cause, remedy }) => [cause, remedy]) ?? []),
      ...(found?.diagnosis ?? []),
      found?.check,
    ].filter((text) => text !== undefined)
    expect(texts.length, code).toBeGreaterThan(0)
    for (const { zh, en } of texts) {
      expect(zh, code).toMatch(/\p{Script=Han}/u)
      expect(en, code).not.toBe('')
    }
  }
  expect(findCode('NO_SUCH_CODE')).toBeUndefined()
  expect(findCode('constructor')).toBeUndefined()
})

it('The doctor’s page knows every check that the doctor makes', () => {
  const sources = readdirSync('lib/doctor').filter(
    (name) => /^[\w-]+\.ts$/.test(name) && !name.endsWith('.test.ts'),
  )
  const made = sources.flatMap((name) =>
    Array.from(
      readFileSync(`lib/doctor/${name}`, 'utf8').matchAll(/\bcheck\('[^']*', '([^']+)'\)/g),
      ([, check = '']) => check,
    ),
  )
  expect(made.length).toBeGreaterThan(30)
  expect(made.filter((check) => check !== 'page' && !CHECKS.includes(check))).toEqual([])
})

it('Every way to provoke a code names a code, and a scenario that there is', () => {
  for (const code of ALL) {
    const { scenario } = provocationOf(code, false) ?? {}
    if (scenario) expect([...listScenarios(), ...listLessons()]).toContain(scenario)
  }
})

it('A code is found in every published spelling', () => {
  expect(findCode('HASH_NO_PRIVILEGE')?.help).toEqual(findCode('HAS_NO_PRIVILEGE')?.help)
  expect(findCode('ACQ.TRADE_HAS_SUCCESS')?.help).toEqual(findCode('TRADE_HAS_SUCCESS')?.help)
})
