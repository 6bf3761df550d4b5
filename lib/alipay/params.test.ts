import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode, UnencodableError } from './charset'
import { formEncode, parseForm, rawParams, toRaw, toText } from './params'
import { anyCharsetAndParams } from './testing/arbitraries'

const parse = (form: string) => parseForm(Buffer.from(form, 'latin1'))
const entries = (form: string) => {
  const parsed = parse(form)
  return parsed.ok ? [...parsed.params] : parsed.code
}

describe('reading a form', () => {
  it.each([
    [
      'a=1&b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'b=2&a=1',
      [
        ['b', '2'],
        ['a', '1'],
      ],
    ],
    ['a=b=c', [['a', 'b=c']]],
    ['a', [['a', '']]],
    ['a=', [['a', '']]],
    ['=1', [['', '1']]],
    [
      '&a=1&&b=2&',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['a+b=c+d', [['a b', 'c d']]],
    ['a=%2B%20%26%3D%25', [['a', '+ &=%']]],
    ['a=%252F', [['a', '%2F']]],
    ['a=%e6%8B%85', [['a', '\xe6\x8b\x85']]],
    ['a=\xb5\xa3', [['a', '\xb5\xa3']]],
    ['a=%0D%0A ', [['a', '\r\n ']]],
  ])('[#36] "%s" is decoded once, byte by byte', (form, expected) => {
    expect(entries(form)).toEqual(expected)
  })

  it('[#37] names that look like numbers stay in their place, and no name is special', () => {
    const names = ['10', '2', '1', '__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const form = names.map((name) => `${name}=x`).join('&')
    expect(entries(form)).toEqual(names.map((name) => [name, 'x']))
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it.each(['sign=a&sign=a', 'sign=a&si%67n=b', 'a=&a=', 'a&a', '__proto__=1&__proto__=2'])(
    '[#11] a name given twice is refused: "%s"',
    (form) => {
      expect(entries(form)).toBe('parameter_twice')
    },
  )

  it('[#12] brackets and dots in a name are just characters', () => {
    expect(entries('sign[]=x&sign.a=1&sign%5Bb%5D=2')).toEqual([
      ['sign[]', 'x'],
      ['sign.a', '1'],
      ['sign[b]', '2'],
    ])
  })

  it.each([
    'a=%',
    'a=%4',
    'a=%zz',
    'a=%4&b=1',
    'a=%-1',
    'a=% 1',
    'a=%1g',
    'a=%g1',
    '%=1',
    'a=%u6d4b',
    'a=%%',
  ])('[#36] a "%" that is no escape is refused: "%s"', (form) => {
    expect(entries(form)).toBe('broken_encoding')
  })

  it.each(['a=%00', 'a=\0', '%00a=1', 'out_trade_no=1%00'])('[#29] a NUL is refused: %j', (form) => {
    expect(entries(form)).toBe('broken_encoding')
  })

  it.each(['', '&', '&&'])('[T4.4a] no parameters at all are refused: "%s"', (form) => {
    expect(entries(form)).toBe('no_parameters')
  })

  it('[#38] 200 parameters are read, one more is refused', () => {
    const form = (count: number) => Array.from({ length: count }, (_, index) => `p${index}=1`).join('&')
    expect(entries(form(200))).toHaveLength(200)
    expect(parse(form(201))).toEqual({ ok: false, code: 'too_many_parameters', detail: '200' })
    expect(entries(form(10_000))).toBe('too_many_parameters')
  })

  it('a view into a larger buffer is read from its own first byte to its own last', () => {
    const bytes = Buffer.from('xx=9&a=1&yy=9').subarray(5, 8)
    expect(parseForm(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))).toEqual(parse('a=1'))
  })
})

describe('writing a form', () => {
  it('[F7] values are encoded once, from the bytes of the charset', () => {
    expect(formEncode([['a b', '担&=+% *']], 'gbk')).toBe('a%20b=%B5%A3%26%3D%2B%25%20*')
    expect(formEncode([['subject', '担']], 'utf-8')).toBe('subject=%E6%8B%85')
  })

  it('[#46] what the charset cannot carry is an error, in a name or in a value', () => {
    expect(() => formEncode([['a', '🍵']], 'gbk')).toThrow(UnencodableError)
    expect(() => toRaw([['🍵', 'a']], 'gbk')).toThrow(UnencodableError)
  })

  it('[#36] [#37] reading gives back what was written: the bytes, and the text, in order', () => {
    fc.assert(
      fc.property(anyCharsetAndParams, ({ charset, params }) => {
        fc.pre(params.length > 0)
        const form = formEncode(params, charset)
        expect(form).toMatch(/^[\w\-.*%=&]*$/)
        const parsed = parse(form)
        if (!parsed.ok) throw new Error(parsed.code)
        const bytes = params.map((pair) => pair.map((text) => encode(text, charset).toString('latin1')))
        expect([...parsed.params]).toEqual(bytes)
        expect([...(toText(parsed.params, charset) ?? [])]).toEqual(params)
      }),
    )
  })

  it('[#36] URLSearchParams, made by other people, reads a UTF-8 form the same', () => {
    fc.assert(
      fc.property(anyCharsetAndParams, ({ params }) => {
        const bomless = params.filter(([name, value]) => !`${name}${value}`.includes('\ufeff'))
        expect([...new URLSearchParams(formEncode(bomless, 'utf-8'))]).toEqual(bomless)
      }),
    )
  })

  it('[#44] bytes that are not text in the charset give no text', () => {
    expect(toText(rawParams(new Map([['a', '\xb5\xa3']])), 'utf-8')).toBeUndefined()
    expect(toText(rawParams(new Map([['\xe6', 'a']])), 'utf-8')).toBeUndefined()
    expect(toText(rawParams(new Map([['a', '\xb5\xa3']])), 'gbk')).toEqual(new Map([['a', '担']]))
  })
})
