import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode } from '../charset'
import { rawParams, toRaw } from '../params'
import { md5Sign, signParams, signsEqual } from './sign'
import { stringToSign } from './string-to-sign'
import { KEY } from '../testing/account'
import { anyCharsetAndParams } from '../testing/arbitraries'

const FAQ: [string, string][] = [
  ['service', 'create_direct_pay_by_user'],
  ['partner', '2088006300000000'],
  ['email', 'test@msn.com'],
]

describe('the string to sign', () => {
  it("[F1a] it is the FAQ's example: sorted, joined with & and =, the key appended with nothing between", () => {
    const joined = 'email=test@msn.com&partner=2088006300000000&service=create_direct_pay_by_user'
    expect(stringToSign(rawParams(new Map(FAQ)))).toBe(joined)
    const expected = createHash('md5').update(`${joined}1234567890123`).digest('hex')
    expect(signParams(FAQ, '1234567890123', 'utf-8')).toBe(expected)
  })

  it('[F1a] sign and sign_type are left out, and only they', () => {
    const params = new Map([
      ...FAQ,
      ['sign', 'x'],
      ['sign_type', 'MD5'],
      ['Sign', 'y'],
      ['sign_type2', 'z'],
    ] as const)
    expect(stringToSign(rawParams(params))).toBe(
      `Sign=y&${stringToSign(rawParams(new Map(FAQ)))}&sign_type2=z`,
    )
  })

  it('[#35] a parameter with an empty value is dropped, one that is "0" is not', () => {
    expect(
      stringToSign(
        rawParams(
          new Map([
            ['b', ''],
            ['a', '0'],
            ['', ''],
          ]),
        ),
      ),
    ).toBe('a=0')
    expect(stringToSign(rawParams(new Map()))).toBe('')
  })

  it.each([
    [['1', '10', '2'], '1=x&10=x&2=x'],
    [
      ['logistics_payment', 'logistics_fee_1', '_input_charset', 'logistics_fee'],
      '_input_charset=x&logistics_fee=x&logistics_fee_1=x&logistics_payment=x',
    ],
    [['a', 'B', '_'], 'B=x&_=x&a=x'],
    [['__proto__', 'constructor', 'toString'], '__proto__=x&constructor=x&toString=x'],
  ])('[#37] %j are sorted by their bytes', (names, joined) => {
    expect(stringToSign(rawParams(new Map(names.map((name) => [name, 'x']))))).toBe(joined)
  })

  it('[F1a] [F7] names beyond ASCII are in the order of their bytes, which UTF-16 would have otherwise', () => {
    const raw = toRaw(
      [
        ['\u{1f375}', '1'],
        ['\uff21', '2'],
      ],
      'utf-8',
    )
    expect(stringToSign(raw)).toBe(Buffer.from('\uff21=2&\u{1f375}=1').toString('latin1'))
  })

  it('[#36] values are raw: "&", "=", "+", "%" and spaces stay as they are', () => {
    expect(stringToSign(rawParams(new Map([['subject', ' A&B=C+D %41 ']])))).toBe('subject= A&B=C+D %41 ')
  })
})

describe('the sign', () => {
  it('[F7] it is the MD5 of the bytes in the charset, in 32 lower-case hex digits', () => {
    const sign = signParams([['subject', '担保']], KEY, 'gbk')
    const bytes = Buffer.concat([Buffer.from('subject='), Buffer.from('b5a3b1a3', 'hex'), Buffer.from(KEY)])
    expect(sign).toBe(createHash('md5').update(bytes).digest('hex'))
    expect(sign).toMatch(/^[0-9a-f]{32}$/)
    expect(signParams([['subject', '担保']], KEY, 'utf-8')).not.toBe(sign)
  })

  it('[F1a] [#37] for any parameters it is MD5 over the sorted bytes, as written down a second time here', () => {
    fc.assert(
      fc.property(anyCharsetAndParams, fc.string({ unit: 'binary-ascii' }), ({ charset, params }, key) => {
        const lines = params
          .filter(([name, value]) => value !== '' && name !== 'sign' && name !== 'sign_type')
          .map(([name, value]) => ({ name: encode(name, charset), value: encode(value, charset) }))
          .sort((a, b) => Buffer.compare(a.name, b.name))
        const hash = createHash('md5')
        lines.forEach(({ name, value }, index) => {
          hash
            .update(index > 0 ? '&' : '')
            .update(name)
            .update('=')
            .update(value)
        })
        expect(signParams(params, key, charset)).toBe(hash.update(key).digest('hex'))
      }),
    )
  })

  it('[F1a] the order of the parameters never matters', () => {
    const shuffled = anyCharsetAndParams.chain(({ charset, params }) =>
      fc.shuffledSubarray(params, { minLength: params.length }).map((other) => ({ charset, params, other })),
    )
    fc.assert(
      fc.property(shuffled, ({ charset, params, other }) => {
        expect(signParams(other, KEY, charset)).toBe(signParams(params, KEY, charset))
      }),
    )
  })
})

describe('comparing signs', () => {
  const sign = md5Sign('a=1', KEY)

  it('[F15a] the same 32 digits are equal', () => {
    expect(signsEqual(md5Sign('a=1', KEY), sign)).toBe(true)
  })

  it.each([
    ['#2', ''],
    ['#3', md5Sign('a=2', KEY)],
    ['#4', sign.toUpperCase()],
    ['#5', `${sign} `],
    ['#5', `${sign}\n`],
    ['#5', ` ${sign}`],
    ['#6', sign.slice(0, 31)],
    ['#6', `${sign}0`],
    ['#6', sign + sign],
    ['#6', '担'.repeat(32)],
  ])('[%s] %j is another sign, and no error', (_id, received) => {
    expect(signsEqual(received, sign)).toBe(false)
  })

  it('[#7] two "magic" hashes that PHP takes for the number 0 are not equal', () => {
    expect(signsEqual('0e462097431906509019562988736854', '0e830400451993494058024219903391')).toBe(false)
  })
})
