import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Charset, encode } from '../charset'
import { toRaw } from '../params'
import { md5Sign, signParams, signsEqual } from './sign'
import { stringToSign } from './string-to-sign'
import own from './vectors-own.json'

interface Vector {
  id: string
  charset: Charset
  key: string
  params: Record<string, string>
  string_to_sign: string
  string_to_sign_hex: string
  expected_sign: string
}

const all = own.vectors as unknown as (Vector & { must_be_rejected?: Record<string, string> })[]
const vectors: Vector[] = all.filter((vector) => !vector.must_be_rejected)
const E20 = all.find((vector) => vector.must_be_rejected)?.must_be_rejected ?? {}
const byId = (start: string) => vectors.find(({ id }) => id.startsWith(start)) as Vector

describe('the sign vectors computed from the documented rule', () => {
  it('[F1a] they are all here', () => {
    const ids = [...all].map(({ id }) => id.slice(0, 3)).sort()
    const expected = Array.from({ length: 15 }, (_, index) => `E${String(index + 1).padStart(2, '0')}`)
    expect(ids).toEqual([...expected, 'E20'])
  })

  it.each(vectors)('[F1a] [F7] $id has this string to sign, these bytes and this sign', (vector) => {
    const params = Object.entries(vector.params)
    const bytes = Buffer.from(stringToSign(toRaw(params, vector.charset)), 'latin1')
    expect(bytes.toString('hex')).toBe(vector.string_to_sign_hex)
    expect(encode(vector.string_to_sign, vector.charset).equals(bytes)).toBe(true)
    expect(md5Sign(bytes.toString('latin1'), vector.key)).toBe(vector.expected_sign)
    expect(signParams(params, vector.key, vector.charset)).toBe(vector.expected_sign)
  })

  it('[#35] E04 has empty parameters more than E01, and the same sign', () => {
    expect(Object.keys(byId('E04').params).length).toBeGreaterThan(Object.keys(byId('E01').params).length)
    expect(signParams(Object.entries(byId('E04').params), byId('E04').key, 'utf-8')).toBe(
      byId('E01').expected_sign,
    )
  })
})

/** The mistakes of E20, each done on purpose, apart from our own signing code. */
const md5 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
const join = (entries: [string, string][]) => entries.map(([name, value]) => `${name}=${value}`).join('&')
const sorted = (params: Record<string, string>) => Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))
const mapValues = (params: Record<string, string>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, change(value)]))

const E01 = byId('E01')
const E05 = byId('E05')
const MISTAKES: Record<string, () => string> = {
  'sign_type included': () => md5(join(sorted({ ...E01.params, sign_type: 'MD5' })), E01.key),
  'values percent-encoded before signing': () =>
    md5(join(sorted(mapValues(E01.params, encodeURIComponent))), E01.key),
  'insertion order instead of sorted': () => md5(join(Object.entries(E01.params)), E01.key),
  'trailing & kept': () => md5(E01.string_to_sign, '&', E01.key),
  '&key= prefix (WeChat style)': () => md5(E01.string_to_sign, '&key=', E01.key),
  'bytes in GBK though _input_charset=utf-8': () => md5(encode(E01.string_to_sign, 'gbk'), E01.key),
  '_input_charset left out': () =>
    md5(join(sorted(E01.params).filter(([name]) => name !== '_input_charset')), E01.key),
  'HTML-escaped values (against E05, not E01)': () =>
    md5(
      join(sorted(mapValues(E05.params, (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))),
      E05.key,
    ),
}

describe('the wrong signs of E20', () => {
  it.each(Object.entries(E20))('[#3] a sign with the mistake "%s" is not ours', (mistake, wrong) => {
    expect(MISTAKES[mistake]?.()).toBe(wrong)
    const base = mistake.includes('E05') ? E05 : E01
    expect(signsEqual(wrong, signParams(Object.entries(base.params), base.key, base.charset))).toBe(false)
  })
})
