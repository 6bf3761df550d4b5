import { expect, it } from 'vitest'
import own from '@/lib/alipay/partner/vectors-own.json'
import { examine, type Examined } from './examine'

const KEY = 'danbaosandboxkey0123456789abcdef'
const good = (text: string, key = KEY) => examine(text, key) as Examined
const signOf = (found: Examined, charset: string) =>
  found.results.map((result) => ('sign' in result && result.charset === charset ? result.sign : '')).join('')

it.each(own.vectors.filter((vector) => !('must_be_rejected' in vector)))(
  '[F1a] [F7] $id is signed as lib/alipay signs it',
  ({ params, key, charset, string_to_sign, string_to_sign_hex, expected_sign }) => {
    const lines = Object.entries(params ?? {}).map(([name, value]) => `${name}=${value}`)
    const found = good(lines.join('\n') + '\n', key)
    expect(found.text).toBe(string_to_sign)
    const result = found.results.find((one) => one.charset === (charset === 'utf-8' ? 'utf-8' : 'gbk'))
    expect(result).toMatchObject({ sign: expected_sign })
    expect(result && 'bytes' in result && result.bytes.replaceAll(' ', '')).toBe(string_to_sign_hex)
  },
)

it('[F1a] Lines, a query and an address with the same parameters have the same sign', () => {
  const lines = 'service=create_direct_pay_by_user\npartner=2088006300000000\nemail=test@msn.com'
  const query = 'partner=2088006300000000&service=create_direct_pay_by_user&email=test%40msn.com'
  for (const pasted of [lines, query, `?${query}`, `https://gateway.example/gateway.do?${query}`]) {
    const found = good(pasted, '1234567890123')
    expect(found.text).toBe('email=test@msn.com&partner=2088006300000000&service=create_direct_pay_by_user')
    expect(signOf(found, 'utf-8')).toMatch(/^390649c0/)
  }
})

it('Empty values, sign and sign_type are not signed', () => {
  const found = good('b=2&a=&sign_type=MD5&sign=x')
  expect(found.params.map(({ name, use }) => `${name} ${use}`)).toEqual([
    'b signed',
    'a empty',
    'sign_type sign',
    'sign sign',
  ])
  expect(found.text).toBe('b=2')
})

it('Both charsets are signed, and a character that one does not have is named', () => {
  const found = good('subject=龙井')
  expect(signOf(found, 'utf-8')).not.toBe(signOf(found, 'gbk'))
  expect(good('subject=😀').results).toContainEqual({ charset: 'gbk', character: '😀' })
})

it('A right sign is told with its charset, and a wrong one with the usual mistake behind it', () => {
  const { results } = good('a=1&b=%C1%FA')
  const gbk = results.find(({ charset }) => charset === 'gbk')
  const sign = gbk && 'sign' in gbk ? gbk.sign : ''
  expect(good(`a=1&b=%C1%FA&sign=${sign}&sign_type=MD5`).judgement).toEqual({ ok: true, charset: 'gbk' })
  expect(good('a=1&b=2').judgement).toBeUndefined()
  const byOtherCase = signOf(good('a=1&b=2', KEY.toUpperCase()), 'utf-8')
  const broken = good(`a=1&b=2&sign=${byOtherCase}&sign_type=MD5`)
  expect(broken.judgement).toMatchObject({ ok: false, en: expect.stringContaining('case only') })
})

it('What cannot be read says why', () => {
  expect(examine('', KEY)).toMatchObject({ ok: false, en: 'There are no parameters yet.' })
  expect(examine('a=1&a=2', KEY)).toMatchObject({ ok: false, en: 'a parameter is given twice: a' })
})
