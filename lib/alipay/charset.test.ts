import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Charset,
  CHARSETS,
  decode,
  encode,
  firstUnencodable,
  parseCharset,
  UnencodableError,
} from './charset'
import { anyText } from './testing/arbitraries'

const hex = (digits: string) => Buffer.from(digits, 'hex')

describe('the charsets of the interface', () => {
  it('[T3.2c] they are UTF-8, GBK and GB2312', () => {
    expect(CHARSETS).toEqual(['utf-8', 'gbk', 'gb2312'])
  })

  it.each([
    ['utf-8', 'utf-8'],
    ['UTF-8', 'utf-8'],
    ['GBK', 'gbk'],
    ['gb2312', 'gb2312'],
    ['utf8', undefined],
    ['gb18030', undefined],
    [' gbk', undefined],
    ['', undefined],
  ])('[T3.2c] _input_charset "%s" names %s', (name, charset) => {
    expect(parseCharset(name)).toBe(charset)
  })
})

describe('text to bytes', () => {
  it.each([
    ['utf-8', 'e68b85e4bf9d'],
    ['gbk', 'b5a3b1a3'],
    ['gb2312', 'b5a3b1a3'],
  ] as const)('[F7] 担保 in %s is %s', (charset, digits) => {
    expect(encode('担保', charset).toString('hex')).toBe(digits)
    expect(decode(hex(digits), charset)).toBe('担保')
  })

  it('[F7] GB2312 is handled as GBK, so 镕 and 囍 can be sent', () => {
    expect(encode('镕囍', 'gb2312')).toEqual(encode('镕囍', 'gbk'))
  })

  it.each([
    ['gbk', '茶🍵', '🍵'],
    ['gb2312', 'é𠮷', '𠮷'],
    ['gbk', 'café ™ ñ', '™'],
    ['utf-8', 'a\ud800b', '\ud800'],
    ['utf-8', '\udc00', '\udc00'],
    ['gbk', '\ufffd', '\ufffd'],
    ['gbk', '茶 5€', '€'],
    ['gb2312', '€', '€'],
    ['gbk', '茶\u0080', '\u0080'],
    ['gbk', 'ÿ', 'ÿ'],
    ['gbk', '姓\ue000', '\ue000'], // aaa1, user-defined
    ['gbk', '姓\ue765', '\ue765'], // a7a0, user-defined
    ['gbk', '姓\uf8f5', '\uf8f5'], // the byte ff of some tables
  ] as const)(
    '[#46] [#48] %s cannot carry all of %j, and says so instead of writing "?"',
    (charset, text, first) => {
      expect(firstUnencodable(text, charset)).toBe(first)
      expect(() => encode(text, charset)).toThrow(UnencodableError)
      try {
        encode(text, charset)
      } catch (error) {
        expect(error).toMatchObject({ character: first, charset })
      }
    },
  )

  it('[F7] an emoji is no trouble in UTF-8', () => {
    expect(encode('🍵', 'utf-8').toString('hex')).toBe('f09f8db5')
  })

  it.each(CHARSETS)(
    '[F7] any text without an unencodable character makes the round trip in %s',
    (charset) => {
      fc.assert(
        fc.property(anyText(charset), (text) => {
          expect(firstUnencodable(text, charset)).toBeUndefined()
          expect(decode(encode(text, charset), charset)).toBe(text)
        }),
      )
    },
  )
})

describe('what is written in GBK', () => {
  it('[#46] is two bytes of the five standard areas, or ASCII', () => {
    const written = new Map<string, string>()
    for (let code = 0; code < 0x1_0000; code++) {
      const character = String.fromCharCode(code)
      if (firstUnencodable(character, 'gbk') === undefined)
        written.set(encode(character, 'gbk').toString('hex'), character)
    }
    const others = [...written.keys()].filter((digits) => {
      const [first = 0, second] = Buffer.from(digits, 'hex')
      return second === undefined ? first > 0x7f : !isStandard(first, second)
    })
    expect(others).toEqual([])
    expect(written.size).toBe(128 + 21_791) // as many pairs as Python's strict codec knows
  })

  it('[#46] [#44] a euro sign that another sends as 0x80 is still read', () => {
    expect(decode(hex('80'), 'gbk')).toBe('€')
  })
})

/** The areas GBK/1 to GBK/5 of the standard; what lies outside is user-defined or not used. */
function isStandard(first: number, second: number) {
  const isBetween = (low: number, high: number) => first >= low && first <= high
  const isHigh = second >= 0xa1
  return (
    (isBetween(0xa1, 0xa9) && isHigh) ||
    (isBetween(0xb0, 0xf7) && isHigh) ||
    isBetween(0x81, 0xa0) ||
    (isBetween(0xaa, 0xfe) && !isHigh) ||
    (isBetween(0xa8, 0xa9) && !isHigh)
  )
}

describe('bytes to text', () => {
  it.each<[Charset, string, string]>([
    ['utf-8', 'c0af', 'an overlong slash'],
    ['utf-8', 'e08080', 'an overlong NUL'],
    ['utf-8', 'eda080', 'a surrogate'],
    ['utf-8', 'f4908080', 'beyond Unicode'],
    ['utf-8', 'b5a3', 'GBK'],
    ['utf-8', 'e68b', 'a character cut short'],
    ['gbk', 'b5', 'a character cut short'],
    ['gbk', 'b526', 'a first byte before an "&"'],
    ['gbk', '81308130', 'a character of GB18030 in four bytes'],
  ])('[#44] [#48] in %s, %s (%s) is not text', (charset, digits) => {
    expect(decode(hex(digits), charset)).toBeUndefined()
  })

  it('[#44] one broken input leaves nothing behind for the next', () => {
    for (const charset of CHARSETS) {
      expect(decode(hex('81'), charset)).toBeUndefined()
      expect(decode(hex('40'), charset)).toBe('@')
    }
  })

  it('[#47] a byte order mark is kept, not dropped without a word', () => {
    expect(decode(hex('efbbbf41'), 'utf-8')).toBe('\ufeffA')
  })

  it('[#45] no two different pairs of GBK bytes are the same text', () => {
    const seen = new Set<string>()
    let pairs = 0
    for (let first = 0x81; first <= 0xfe; first++) {
      for (let second = 0x40; second <= 0xfe; second++) {
        const text = decode(Buffer.from([first, second]), 'gbk')
        if (text === undefined) continue
        pairs++
        seen.add(text)
      }
    }
    expect(pairs).toBeGreaterThan(23_000)
    expect(seen.size).toBe(pairs)
  })
})
