import { expect, it } from 'vitest'
import { OPEN_ERROR_CODES, openErrorHelp } from './error-codes'

it('[O4] Every code has a meaning, a cause and a remedy in both languages', () => {
  for (const [code, { title, cause, remedy }] of Object.entries(OPEN_ERROR_CODES))
    for (const words of [title, cause, remedy]) {
      expect(words.zh, code).toMatch(/\p{Script=Han}/u)
      expect(words.en, code).toMatch(/^[^\p{Script=Han}]{8,}$/u)
    }
})

it.each([
  ['ACQ.TRADE_NOT_EXIST', 'There is no such trade'],
  ['TRADE_NOT_EXIST', 'There is no such trade'],
  ['isv.invalid-signature', 'The signature is wrong'],
  ['20000', 'An error at Alipay'],
  ['40006', 'No permission for this method'],
])('[O4] There is help for %s', (code, title) => expect(openErrorHelp(code)?.title.en).toBe(title))

it('[O4] There is none for an unknown code', () => {
  for (const code of ['x', '', 'constructor', '__proto__', 'ACQ.'])
    expect(openErrorHelp(code)).toBeUndefined()
})
