import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHARSETS, type Charset, decode, textForPeople } from '../charset'
import { isFormContentType, MAX_MESSAGE_BYTES, type Message } from '../message'
import { readMessage } from './message'
import { formEncode, parseForm, rawParams, toRaw } from '../params'
import { md5Sign, signParams } from './sign'
import { stringToSign } from './string-to-sign'
import { accountIn, KEY, signedBinary, signedMessage } from '../testing/account'
import { anyCharsetAndParams } from '../testing/arbitraries'
import own from './vectors-own.json'

const NOTIFICATION = [
  ['trade_status', 'WAIT_SELLER_SEND_GOODS'],
  ['notify_id', '0f1e2d3c4b5a69788796a5b4c3d2e1f04a'],
  ['out_trade_no', '20150128160415000001'],
  ['subject', '西湖龙井 A&B=C+D %41'],
  ['total_fee', '348.00'],
  ['discount', ''],
] as const

const read = (bytes: Uint8Array | string, charset: Charset = 'utf-8') =>
  readMessage(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, accountIn(charset))
const reasonOf = (message: Message) =>
  'code' in message ? [message.kind, message.code, message.detail].filter(Boolean).join(' ') : message.kind

/** The notification, its sign and sign_type replaced by what a test wants to try; the body is right otherwise. */
function withSign(sign: string | undefined, signType: string | undefined = 'MD5') {
  const params: (readonly [string, string])[] = [...NOTIFICATION]
  if (sign !== undefined) params.push(['sign', sign])
  if (signType !== undefined) params.push(['sign_type', signType])
  return formEncode(params, 'utf-8')
}
const RIGHT = signParams(NOTIFICATION, KEY, 'utf-8')

describe('a message that the gateway signed', () => {
  it.each(CHARSETS)(
    '[F15a] [F7] [T3.4a] [#36] in %s it is read to the last byte, with the evidence',
    (charset) => {
      const sign = signParams(NOTIFICATION, KEY, charset)
      expect(read(signedMessage(NOTIFICATION, charset), charset)).toEqual({
        kind: 'signed',
        params: new Map([...NOTIFICATION, ['sign', sign], ['sign_type', 'MD5']]),
        unreadable: [],
        signedText: textForPeople(stringToSign(toRaw(NOTIFICATION, charset)), charset),
        sign,
        mysign: sign,
      })
    },
  )

  it.each(['E07', 'E08', 'E09'])('[F15a] [F11] vector %s is accepted as it would arrive', (id) => {
    const vector = own.vectors.find((one) => one.id.startsWith(id))
    const charset = vector?.charset as Charset
    const params = Object.entries(vector?.params as unknown as Record<string, string>)
    const arrived = read(signedMessage(params, charset), charset)
    expect(arrived).toMatchObject({ kind: 'signed', mysign: vector?.expected_sign })
    expect(arrived.kind === 'signed' && arrived.params.get('notify_id')).toBe(
      new Map(params).get('notify_id'),
    )
  })

  it("[F11] a return's notify_id is decoded once: %252F on the wire, %2F in the sign and in the value", () => {
    const bytes = signedMessage([['notify_id', 'RqPn%2Fvw%2B']], 'utf-8')
    expect(bytes.toString()).toContain('notify_id=RqPn%252Fvw%252B&')
    const arrived = read(bytes)
    expect(arrived.kind === 'signed' && arrived.params.get('notify_id')).toBe('RqPn%2Fvw%2B')
  })

  it('[#35] empty parameters, however many, do not change the sign', () => {
    expect(read(`${signedMessage(NOTIFICATION, 'utf-8')}&body=&token`).kind).toBe('signed')
  })

  it('[#34] a parameter nobody knows is signed like the others', () => {
    const params = [...NOTIFICATION, ['never_seen', '1']] as const
    expect(read(signedMessage(params, 'utf-8')).kind).toBe('signed')
    expect(read(`${signedMessage(NOTIFICATION, 'utf-8')}&never_seen=1`).kind).toBe('bad_sign')
  })

  it('[#37] numbers and words of JavaScript are names like others', () => {
    const params = ['10', '2', '1', '__proto__', 'constructor', 'toString'].map(
      (name) => [name, 'x'] as const,
    )
    const message = read(signedMessage(params, 'utf-8'))
    if (message.kind !== 'signed') throw new Error(reasonOf(message))
    expect(message.signedText).toMatch(/^1=x&10=x&2=x&__proto__=x&constructor=x&toString=x$/)
    expect(({} as { x?: string }).x).toBeUndefined()
  })

  it('[#43] the charset is the one of the account, whatever a parameter says', () => {
    const params = [
      ['subject', '担保'],
      ['_input_charset', 'utf-8'],
      ['charset', 'utf-8'],
    ] as const
    const arrived = read(signedMessage(params, 'gbk'), 'gbk')
    expect(arrived.kind === 'signed' && arrived.params.get('subject')).toBe('担保')
  })

  it('[#45] all bytes of GBK verify, also those that two programs read as different characters', () => {
    for (let first = 0x81; first <= 0xfe; first++) {
      const codes = Array.from({ length: 0xff - 0x40 }, (_, index) => Buffer.from([first, 0x40 + index]))
      const value = Buffer.concat(codes.filter((code) => decode(code, 'gbk') !== undefined))
      const raw = rawParams(new Map([['subject', value.toString('latin1')]]))
      const sign = md5Sign(stringToSign(raw), KEY)
      const escaped = value.toString('hex').replace(/../g, '%$&')
      expect(read(`subject=${escaped}&sign=${sign}&sign_type=MD5`, 'gbk').kind).toBe('signed')
    }
  })
})

describe('a message that the gateway did not sign', () => {
  it.each([
    ['#1', undefined],
    ['#2', ''],
  ])('[%s] [T4.4a] there is no sign: %s', (_id, sign) => {
    expect(reasonOf(read(withSign(sign)))).toBe('bad_sign no_sign')
  })

  it.each([
    ['#3', signParams(NOTIFICATION, 'another key', 'utf-8')],
    ['#4', RIGHT.toUpperCase()],
    ['#5', `${RIGHT} `],
    ['#5', `${RIGHT}\n`],
    ['#6', RIGHT.slice(1)],
    ['#6', `${RIGHT}0`],
    ['#6', RIGHT + RIGHT],
    ['#6', '签'.repeat(32)],
    ['#7', `0e${'1'.repeat(30)}`],
  ])('[%s] the sign %j is not the right one', (_id, sign) => {
    const message = read(withSign(sign))
    expect(reasonOf(message)).toBe('bad_sign wrong_sign')
    expect(message).toMatchObject({ sign, mysign: RIGHT })
  })

  it.each(['RSA', 'DSA', 'none', 'md5', 'MD5 ', '', undefined])(
    "[#10] sign_type %j is not the account's, and the message does not choose",
    (signType) => {
      expect(read(withSign(RIGHT)).kind).toBe('signed')
      const params = [
        ...NOTIFICATION,
        ['sign', RIGHT],
        ...(signType === undefined ? [] : [['sign_type', signType]]),
      ]
      const form = formEncode(params as [string, string][], 'utf-8')
      expect(reasonOf(read(form))).toBe('bad_sign sign_type MD5')
    },
  )

  it.each([`sign[]=${RIGHT}`, `sign%5B%5D=${RIGHT}`, `sign.a=${RIGHT}`, `Sign=${RIGHT}`, ` sign=${RIGHT}`])(
    '[#12] %s is no sign',
    (pair) => {
      expect(reasonOf(read(`${withSign(undefined)}&${pair}`))).toBe('bad_sign no_sign')
    },
  )

  it("[#3] the reason and the evidence say nothing about the key, and the sign of another's key is refused", () => {
    const message = read(signedMessage(NOTIFICATION, 'utf-8', 'f'.repeat(32)))
    expect(message.kind).toBe('bad_sign')
    expect(JSON.stringify(message)).not.toContain(KEY)
  })
})

describe('bytes that are no message', () => {
  const good = signedMessage(NOTIFICATION, 'utf-8').toString('latin1')

  it.each([
    ['#11', `${good}&sign=${RIGHT}`, 'parameter_twice', 'sign'],
    ['#11', `${good}&total_fee=0.01`, 'parameter_twice', 'total_fee'],
    ['#11', `${good}&total%5Ffee=0.01`, 'parameter_twice', 'total_fee'],
    ['#29', `${good}&a=%00`, 'broken_encoding', 'a=%00'],
    ['#36', `${good}&a=%zz`, 'broken_encoding', 'a=%zz'],
    ['T4.4a', '', 'no_parameters', undefined],
    ['#48', `${good}&gmt_close=%C0%AF`, 'field_not_text', 'gmt_close'],
    ['#48', `${good}&quantity=%ED%A0%80`, 'field_not_text', 'quantity'],
    ['#48', `${good}&%ED%A0%80=a`, 'name_not_text', 'utf-8'],
  ])('[%s] a good message spoiled is malformed: %#', (_id, bytes, code, detail) => {
    expect(read(bytes)).toEqual({ kind: 'malformed', code, detail })
  })

  it('[#42] GBK where UTF-8 is expected is refused, and the reason says which it looks like', () => {
    expect(reasonOf(read(signedMessage(NOTIFICATION, 'gbk'), 'utf-8'))).toBe('malformed other_charset gbk')
  })

  it('[#42] UTF-8 that was signed in GBK is refused by its sign', () => {
    const params = [...NOTIFICATION.slice(0, 3), ['subject', '担保']] as const
    const form = formEncode(
      [...params, ['sign', signParams(params, KEY, 'gbk')], ['sign_type', 'MD5']],
      'utf-8',
    )
    expect(read(form, 'gbk').kind).toBe('bad_sign')
  })

  it.each(CHARSETS)('[#44] bytes that are text in no charset and not signed are refused in %s', (charset) => {
    expect(reasonOf(read('subject=%FF%81&sign=x&sign_type=MD5', charset))).toBe('bad_sign wrong_sign')
  })

  it.each(CHARSETS)(
    '[#47] a byte order mark before the first parameter makes it another one, in %s',
    (charset) => {
      const mark = Buffer.from([0xef, 0xbb, 0xbf])
      expect(read(Buffer.concat([mark, signedMessage(NOTIFICATION, charset)]), charset).kind).not.toBe(
        'signed',
      )
    },
  )

  it('[#38] 64 KB are read, one byte more is not', () => {
    const filled = (size: number) => {
      const start = `${good}&a=`
      return start + 'x'.repeat(size - start.length)
    }
    expect(MAX_MESSAGE_BYTES).toBe(65_536)
    expect(read(filled(MAX_MESSAGE_BYTES)).kind).toBe('bad_sign')
    expect(read(filled(MAX_MESSAGE_BYTES + 1))).toEqual({
      kind: 'malformed',
      code: 'too_long',
      detail: '65536',
    })
  })

  it('[#38] ten thousand parameters are not read', () => {
    expect(reasonOf(read(Array.from({ length: 10_000 }, (_, index) => index).join('&')))).toBe(
      'malformed too_many_parameters 200',
    )
  })
})

describe('[#75] a genuinely signed message regrouped under the same sign is refused', () => {
  const SMALL = [
    ['body', 'x'],
    ['notify_id', '0f1e2d3c4b5a69788796a5b4c3d2e1f04a'],
    ['notify_time', '2026-11-22 10:00:00'],
    ['out_trade_no', 'SMALL'],
    ['subject', 'tea&out_trade_no=BIG&total_fee=999.00&z='],
    ['total_fee', '0.01'],
    ['trade_status', 'WAIT_SELLER_SEND_GOODS'],
  ] as const
  const sign = signParams(SMALL, KEY, 'utf-8')
  const regrouped = (params: readonly (readonly [string, string])[]) => {
    expect(signParams(params, KEY, 'utf-8')).toBe(sign) // the trick works: it is the same string
    return read(formEncode([...params, ['sign', sign], ['sign_type', 'MD5']], 'utf-8'))
  }

  it('with the rest of it in a value', () => {
    const message = regrouped([
      ['body', 'x'],
      ['notify_id', '0f1e2d3c4b5a69788796a5b4c3d2e1f04a'],
      ['notify_time', '2026-11-22 10:00:00&out_trade_no=SMALL&subject=tea'],
      ['out_trade_no', 'BIG'],
      ['total_fee', '999.00'],
      ['z', '&total_fee=0.01&trade_status=WAIT_SELLER_SEND_GOODS'],
    ])
    expect(reasonOf(message)).toBe('malformed value_with_parameter notify_time: out_trade_no')
  })

  it('with the rest of it in a name', () => {
    const message = regrouped([
      ['body', 'x'],
      ['notify_id', '0f1e2d3c4b5a69788796a5b4c3d2e1f04a'],
      ['notify_time=2026-11-22 10:00:00&out_trade_no=SMALL&subject', 'tea'],
      ['out_trade_no', 'BIG'],
      ['total_fee', '999.00'],
      ['z', '&total_fee=0.01&trade_status=WAIT_SELLER_SEND_GOODS'],
    ])
    expect(reasonOf(message)).toBe('malformed name_with_separator')
  })

  it('and so is the one it was made from', () => {
    expect(reasonOf(regrouped(SMALL))).toBe('malformed value_with_parameter subject: out_trade_no')
  })

  it('also where a parameter that nobody has heard of hides in a value that decides', () => {
    const readWith = (value: string) =>
      reasonOf(read(signedMessage([...SMALL.slice(0, 4), ['refund_status', value]], 'utf-8')))
    expect(readWith('WAIT_SELLER_AGREE&refund_statusx=1')).toBe(
      'malformed value_with_parameter refund_status: refund_statusx',
    )
    expect(readWith('WAIT_SELLER_AGREE')).toBe('signed')
  })
})

describe('[#75] undecodable bytes do not hide a parameter within a value', () => {
  const HIDING = [
    '\x81',
    '\xfe',
    '\xe8',
    '\xe8\x8c',
    '\xf0\x9f\x8d',
    '\xff',
    '\x80',
    '\xc0',
    '\xed\xa0\x80',
    '\x81\x30\x81',
  ]

  it.each(CHARSETS)('before, in front of or behind its name, in %s', (charset) => {
    for (const bytes of HIDING) {
      for (const value of [
        `tea${bytes}&total_fee=999.00`,
        `tea&total_fee=${bytes}999.00`,
        `${bytes}tea&total_fee=999.00&z=${bytes}`,
      ])
        expect(reasonOf(read(signedBinary([['subject', value]]), charset))).toMatch(
          /^malformed (value_with_parameter subject: total_fee|other_charset gbk)$/,
        )
      // within the name it is another name, and one that is no text
      const split = [
        ['subject', 'tea'],
        [`total_${bytes}fee`, '999.00'],
      ] as const
      expect(read(signedBinary(split), charset)).not.toMatchObject({ kind: 'signed', params: new Map([['total_fee', '999.00']]) }) // prettier-ignore
    }
  })

  it('whatever bytes are around it, in every charset', () => {
    const bytes = fc.string({
      unit: fc.integer({ min: 1, max: 255 }).map((byte) => String.fromCharCode(byte)),
    })
    const name = fc.constantFrom(
      'total_fee',
      'out_trade_no',
      'trade_status',
      'gmt_last_modified_time',
      'seller_id',
    )
    fc.assert(
      fc.property(bytes, name, bytes, fc.constantFrom(...CHARSETS), (before, hidden, after, charset) => {
        const message = read(signedBinary([['body', `${before}&${hidden}=${after}`]]), charset)
        expect(message.kind).toBe('malformed')
      }),
    )
  })

  it('a name is the one that a program reads only where its bytes are', () => {
    const bytes = fc.string({
      unit: fc.integer({ min: 1, max: 255 }).map((byte) => String.fromCharCode(byte)),
    })
    fc.assert(
      fc.property(bytes, fc.nat(9), fc.constantFrom(...CHARSETS), (odd, at, charset) => {
        const spoiled = 'total_fee'.slice(0, at) + odd + 'total_fee'.slice(at)
        fc.pre(odd !== '' && !/[&=]/.test(spoiled))
        const message = read(signedBinary([[spoiled, '999.00']]), charset)
        expect('params' in message && message.params.has('total_fee')).toBe(false)
      }),
    )
  })
})

describe('[#44] [#48] a genuine message is accepted whatever bytes are in a text that only people read', () => {
  const SHOWN = [
    'subject',
    'body',
    'receive_name',
    'receive_address',
    'receive_phone',
    'buyer_email',
    'extra_common_param',
  ]
  const DECIDING = [
    ...[
      'notify_id',
      'notify_type',
      'notify_time',
      'out_trade_no',
      'trade_no',
      'total_fee',
      'price',
      'quantity',
    ],
    ...[
      'discount',
      'trade_status',
      'refund_status',
      'seller_id',
      'buyer_id',
      'is_total_fee_adjust',
      'use_coupon',
    ],
    ...['logistics_type', 'logistics_fee', 'logistics_payment', 'payment_type', 'is_success'],
    ...['gmt_create', 'gmt_payment', 'gmt_send_goods', 'gmt_refund', 'gmt_close', 'gmt_logistics_modify'],
  ]
  const ODD = [
    '\xe8',
    '\xe8\x8c',
    '茶\xff',
    '\xff',
    '\x81',
    '\xc0\xaf',
    '\xed\xa0\x80',
    '\xed\xa0\xbc\xed\xbd\xb5',
  ].map((one) => one.replace('茶', Buffer.from('茶').toString('latin1')))
  const raw = (charset: Charset) => toRaw(NOTIFICATION, charset)

  it.each(CHARSETS)(
    'with U+FFFD in their place, the parameter named and all else as it was, in %s',
    (charset) => {
      const message = read(signedBinary([...raw(charset), ['body', 'tea \x81, tea']]), charset)
      expect(message).toMatchObject({ kind: 'signed', unreadable: ['body'] })
      const { params, signedText } = message as Extract<Message, { kind: 'signed' }>
      expect(Object.fromEntries(params)).toMatchObject({
        ...Object.fromEntries(NOTIFICATION),
        body: 'tea \ufffd, tea',
      })
      expect(signedText).toMatch(/^body=tea \ufffd, tea&notify_id=/)
    },
  )

  it.each(CHARSETS)('in each of them, in %s', (charset) => {
    for (const name of SHOWN)
      for (const odd of ODD) {
        const bytes = signedBinary(new Map([...raw(charset), [name, `a${odd}b`]]))
        expect(reasonOf(read(bytes, charset))).toBe('signed')
      }
  })

  it.each(CHARSETS)('but not in one that decides, in %s', (charset) => {
    for (const name of DECIDING) {
      const bytes = signedBinary(new Map([...raw(charset), [name, '1\x81']]))
      expect(reasonOf(read(bytes, charset))).toBe(`malformed field_not_text ${name}`)
    }
  })

  it('and wherever such texts are cut off', () => {
    const cut = anyCharsetAndParams.chain(({ charset, params }) =>
      fc.record({
        charset: fc.constant(charset),
        params: fc.constant(
          params.filter(([name, value]) => !name.startsWith('sign') && !value.includes('&')),
        ),
        cuts: fc.array(fc.nat(12), { minLength: params.length, maxLength: params.length }),
      }),
    )
    fc.assert(
      fc.property(cut, ({ charset, params, cuts }) => {
        fc.pre(params.length > 0)
        const shortened = [...toRaw(params, charset)].map(
          ([name, value], index) => [name, value.slice(0, cuts[index])] as const,
        )
        const message = read(signedBinary(shortened), charset)
        expect(reasonOf(message)).toBe('signed')
        const parts = params.map(([name, value]) => [name, value] as const)
        for (const [name, value] of parts) {
          const text = ('params' in message && message.params.get(name)) || ''
          expect(value.startsWith(text.replace(/\ufffd$/, ''))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('any message', () => {
  /** What a sign covers: the parameters that are not empty, apart from sign and sign_type; and those two. */
  function covered(bytes: Uint8Array) {
    const parsed = parseForm(bytes)
    if (!parsed.ok) return undefined
    return JSON.stringify([...parsed.params].filter(([, value]) => value !== '').sort())
  }
  const names = new Set(['sign', 'sign_type'])
  const sent = anyCharsetAndParams.map(({ charset, params }) => {
    const list = params.filter(([name]) => !names.has(name))
    return { charset, params: list, bytes: signedMessage(list, charset) }
  })

  it('[F15a] [#36] [#37] is accepted when it was signed with our key, in any order, and read as it was sent', () => {
    fc.assert(
      fc.property(
        sent,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ charset, params, bytes }, dice) => {
          const shuffled = bytes
            .toString('latin1')
            .split('&')
            .map((pair) => ({ pair, at: dice.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ pair }) => pair)
            .join('&')
          for (const form of [bytes, shuffled]) {
            const message = read(form, charset)
            expect(reasonOf(message)).toBe('signed')
            for (const [name, value] of params)
              expect('params' in message && message.params.get(name)).toBe(value)
          }
        },
      ),
    )
  })

  it('[F15a] [#3] is refused when one byte is another, unless it still means the same', () => {
    fc.assert(
      fc.property(
        sent,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        ({ charset, bytes }, position, change) => {
          const forged = Buffer.from(bytes)
          const at = position % forged.length
          forged[at] = (forged[at] ?? 0) ^ change
          if (covered(forged) === covered(bytes)) return
          expect(read(forged, charset).kind).not.toBe('signed')
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each(['drop', 'duplicate', 'add', 'replace', 'rename'] as const)(
    '[F15a] [#3] [#11] [#34] is refused when someone can %s a parameter',
    (how) => {
      fc.assert(
        fc.property(sent, fc.nat(), fc.stringMatching(/^\w{1,8}$/), ({ charset, bytes }, position, other) => {
          const pairs = bytes.toString('latin1').split('&')
          const at = position % pairs.length
          const [name, value] = (pairs[at] ?? '').split('=')
          const change = {
            drop: [],
            duplicate: [pairs[at], pairs[at]],
            add: [pairs[at], `${other}=1`],
            replace: [`${name}=${other}`],
            rename: [`${other}=${value}`],
          }[how]
          const forged = Buffer.from(pairs.toSpliced(at, 1, ...(change as string[])).join('&'), 'latin1')
          if (covered(forged) === covered(bytes)) return
          expect(read(forged, charset).kind).not.toBe('signed')
        }),
        { numRuns: 300 },
      )
    },
  )

  it('[#44] never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...CHARSETS), (bytes, charset) => {
        expect(read(bytes, charset).kind).not.toBe('signed')
      }),
    )
  })
})

describe('the Content-Type of a form', () => {
  it.each([
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; text/html; charset=utf-8',
    'application/x-www-form-urlencoded; text/html; charset=GBK',
    'application/x-www-form-urlencoded;charset=gbk',
    'application/x-www-form-urlencoded ; charset=gbk',
    'Application/X-WWW-Form-Urlencoded',
  ])('[#39] [#43] the beginning counts, a malformed rest and its charset do not: "%s"', (header) => {
    expect(isFormContentType(header)).toBe(true)
  })

  it.each([
    null,
    '',
    'multipart/form-data; boundary=x',
    'application/json',
    'text/plain',
    'text/html; application/x-www-form-urlencoded',
    'application/x-www-form-urlencodedx',
    'application/x-www-form-urlencoded, text/html',
    'x-www-form-urlencoded',
  ])('[#39] %j is not a form', (header) => {
    expect(isFormContentType(header)).toBe(false)
  })
})
