import { expect, it } from 'vitest'
import { REASON_WORDS, reasonInWords } from './reason-words'

it.each(Object.entries(REASON_WORDS))('%s has Chinese words and English ones', (_code, { zh, en }) => {
  expect(zh).toMatch(/\p{Script=Han}/u)
  expect(en).not.toMatch(/\p{Script=Han}/u)
  expect(en).not.toBe('')
})

it('A reason is its words and what it is about', () => {
  const reason = { code: 'cannot_follow', detail: 'TRADE_FINISHED -> TRADE_CLOSED' }
  expect(reasonInWords(reason, 'zh')).toBe('状态不能跟在订单现在的状态后面：TRADE_FINISHED -> TRADE_CLOSED')
  expect(reasonInWords(reason, 'en')).toMatch(/^the status cannot follow .*: TRADE_FINISHED -> TRADE_CLOSED$/)
  expect(reasonInWords({ code: 'no_sign', detail: null }, 'en')).toBe('there is no sign')
})

it('No reason has no words, and a code of another version stands for itself', () => {
  expect(reasonInWords({ code: null }, 'zh')).toBe('')
  expect(reasonInWords({ code: 'toString', detail: 'x' }, 'zh')).toBe('toString：x')
})
