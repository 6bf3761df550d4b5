import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Charset } from '../../alipay/charset'
import { readMessage } from '../../alipay/partner/message'
import { formEncode, toRaw } from '../../alipay/params'
import { isMd5Sign, md5Sign, signParams } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import { accountIn, KEY, signedBinary, signedMessage } from '../../alipay/testing/account'
import { anyCharsetAndParams } from '../../alipay/testing/arbitraries'
import { SANDBOX_KEY } from '../../sandbox-account'
import { explain } from './explain'
import type { ExplainedMessage } from './explanation'
import { explainSign } from './sign'

type Pairs = readonly (readonly [string, string])[]

const MESSAGE: Pairs = [
  ['trade_status', 'WAIT_SELLER_SEND_GOODS'],
  ['notify_id', '0f1e2d3c4b5a69788796a5b4c3d2e1f04a'],
  ['notify_time', '2026-11-22 10:00:05'],
  ['out_trade_no', '20150128160415000001'],
  ['subject', '西湖龙井 A+B'],
  ['total_fee', '348.00'],
  ['discount', ''],
]
const CHARSETS = ['utf-8', 'gbk'] as const
const PARTNER = '2088000000000001'

/** The row of a message as receive-message.ts would write it, up to the gateway's confirmation. */
function rowOf(bytes: Uint8Array, charset: Charset, account = accountIn(charset)): ExplainedMessage {
  const message = readMessage(bytes, account)
  return {
    channel: 'notify',
    rawBytes: new Uint8Array(bytes),
    trimmedFrom: null,
    receivedAt: new Date('2026-11-22T02:00:06Z'),
    params: message.kind === 'malformed' ? null : Object.fromEntries(message.params),
    responseTxt: null,
    verdict: message.kind === 'signed' ? 'applied' : message.kind,
    code: 'code' in message ? message.code : null,
    detail: null,
    notes: 'unreadable' in message && message.unreadable.length > 0 ? ['unreadable_text'] : [],
  }
}

const causesOf = (bytes: Uint8Array | string, charset: Charset, account = accountIn(charset)) =>
  explain(
    rowOf(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, charset, account),
    account,
  ).map(({ cause }) => cause)

const send = (params: Pairs, sign: string, charset: Charset, signType = 'MD5') =>
  formEncode([...params, ['sign', sign], ['sign_type', signType]], charset)
const textOf = (params: Pairs, charset: Charset) => stringToSign(toRaw(params, charset))
const changed = (change: (value: string, name: string) => string): Pairs =>
  MESSAGE.map(([name, value]) => [name, change(value, name)])

describe.each(CHARSETS)('[T5.2S] in %s, the cause is found of a message that was', (charset) => {
  const text = textOf(MESSAGE, charset)
  const other = charset === 'gbk' ? 'utf-8' : 'gbk'
  const signed = (toSign: string, key = KEY) => send(MESSAGE, md5Sign(toSign, key), charset)
  const kept = MESSAGE.map(([name, value]) => `${name}=${toRaw([['x', value]], charset).get('x')}`)
  const wire = (params: Pairs) =>
    formEncode(
      params.filter(([, value]) => value !== ''),
      charset,
    )

  it('signed with the key before this one', () => {
    const oldKey = { key: 'fedcba9876543210fedcba9876543210', until: new Date(0) }
    const account = { ...accountIn(charset), oldKey }
    expect(causesOf(signed(text, oldKey.key), charset, account)).toEqual(['old_key'])
    expect(causesOf(signed(text, oldKey.key), charset)).toEqual(['sign_unexplained'])
  })

  it.each<[title: string, cause: string, bytes: () => string]>([
    ['signed in the other charset', 'charset_differs', () => signed(textOf(MESSAGE, other))],
    ['signed with the partner', 'partner_as_key', () => signed(text, PARTNER)],
    ['signed with a space after the key', 'key_misspelled', () => signed(text, `${KEY} `)],
    ['signed with a line break after the key', 'key_misspelled', () => signed(text, `${KEY}\r\n`)],
    ['signed with the key in capitals', 'key_misspelled', () => signed(text, KEY.toUpperCase())],
    ['signed with the key of the sandbox', 'sandbox_key', () => signed(text, SANDBOX_KEY)],
    ['signed with & before the key', 'between_text_and_key', () => signed(`${text}&`)],
    ['signed with &key= before the key', 'between_text_and_key', () => signed(`${text}&key=`)],
    ['signed with key= before the key', 'between_text_and_key', () => signed(`${text}key=`)],
    ['signed with its empty values', 'empty_values_signed', () => signed(kept.toSorted().join('&'))],
    [
      'signed with sign_type',
      'sign_type_signed',
      () => signed(text.replace('&subject', '&sign_type=MD5&subject')),
    ],
    [
      'signed in its own order',
      'not_sorted',
      () => signed(kept.filter((pair) => !pair.endsWith('=')).join('&')),
    ],
    [
      'signed after encoding',
      'signed_percent_encoded',
      () => signed(wire(MESSAGE).split('&').toSorted().join('&')),
    ],
    [
      'encoded once too often',
      'decoded_twice',
      () =>
        send(
          changed((value) => formEncode([['x', value]], charset).slice(2)),
          md5Sign(text, KEY),
          charset,
        ),
    ],
    ['sent with a bare +', 'plus_and_space', () => signed(text).replace('%2B', '+')],
    [
      'read with spaces for +',
      'plus_and_space',
      () =>
        send(
          changed((value) => value.replaceAll(' ', '+')),
          md5Sign(text.replaceAll('+', ' '), KEY),
          charset,
        ),
    ],
    [
      'sent with blanks around a value',
      'values_trimmed',
      () =>
        send(
          changed((value, name) => (name === 'subject' ? ` ${value}\n` : value)),
          md5Sign(text, KEY),
          charset,
        ),
    ],
    ['given a session id', 'parameter_added', () => `${signed(text)}&PHPSESSID=a1b2c3`],
    ['given a route', 'parameter_added', () => `route=notify&${signed(text)}`],
    ['signed in capitals', 'sign_not_plain', () => send(MESSAGE, md5Sign(text, KEY).toUpperCase(), charset)],
    [
      'given a blank after its sign',
      'sign_not_plain',
      () => send(MESSAGE, `${md5Sign(text, KEY)} `, charset),
    ],
    ['signed after a byte order mark', 'byte_order_mark', () => signed(`\xef\xbb\xbf${text}`)],
    ['sent after a byte order mark', 'byte_order_mark', () => `\xef\xbb\xbf${signed(text)}`],
    ['sent without a sign', 'sign_missing', () => wire(MESSAGE)],
    ['sent with sign_type RSA', 'sign_type_wrong', () => send(MESSAGE, md5Sign(text, KEY), charset, 'RSA')],
    ['signed by RSA', 'sign_not_md5', () => send(MESSAGE, 'p'.repeat(171) + '=', charset, 'RSA')],
    ['signed with an unknown key', 'sign_unexplained', () => signed(text, 'f'.repeat(32))],
    [
      'altered',
      'sign_unexplained',
      () =>
        send(
          changed((value) => value.replace('348.00', '0.01')),
          md5Sign(text, KEY),
          charset,
        ),
    ],
    ['shortened', 'sign_unexplained', () => send(MESSAGE.slice(1), md5Sign(text, KEY), charset)],
  ])('%s: %s', (_title, cause, bytes) => {
    expect(causesOf(bytes(), charset)).toEqual([cause])
  })

  it('checked with partner and key swapped in the settings', () => {
    const swapped = { ...accountIn(charset), key: PARTNER, partner: KEY }
    expect(causesOf(signedMessage(MESSAGE, charset), charset, swapped)).toEqual(['key_and_partner_swapped'])
  })

  it('checked with a setting that has been mended since', () => {
    const row = rowOf(signedMessage(MESSAGE, charset), charset, {
      ...accountIn(charset),
      key: 'f'.repeat(32),
    })
    expect(explain(row, accountIn(charset)).map(({ cause }) => cause)).toEqual(['now_right'])
  })
})

describe('[#42] [#44] a charset is never certain by a sign that is right over the bytes:', () => {
  const at = (value: string, charset: Charset, bytes: number) =>
    signedBinary([...toRaw(MESSAGE, charset), ['receive_address', toRaw([['x', value]], charset).get('x')?.slice(0, bytes) ?? '']]) // prettier-ignore
  const findings = (bytes: Uint8Array, charset: Charset) => explain(rowOf(bytes, charset), accountIn(charset))

  it('a message in GBK at a UTF-8 shop likely needs another setting', () => {
    const tea: Pairs = [...MESSAGE.slice(0, 4), ['subject', '担保']]
    const [finding, ...more] = findings(signedMessage(tea, 'gbk'), 'utf-8')
    expect(finding).toMatchObject({ cause: 'charset_setting', certain: false })
    expect(more).toEqual([])
  })

  it.each(CHARSETS)(
    'a text cut off at any byte is told as cut off, and no charset is advised, in %s',
    (charset) => {
      const address = '浙江省杭州市西湖区龙井路１号'
      for (let bytes = 1; bytes < toRaw([['x', address]], charset).get('x')!.length; bytes++) {
        const found = findings(at(address, charset, bytes), charset)
        const isCut = bytes % (charset === 'gbk' ? 2 : 3) !== 0
        expect(found.map(({ cause, certain }) => [cause, certain])).toEqual(
          isCut ? [['text_cut_off', false]] : [],
        )
        expect(JSON.stringify(found)).not.toContain('ALIPAY_INPUT_CHARSET')
      }
    },
  )

  it('the row of a message that was refused for a cut-off text says that it is accepted today', () => {
    const row = { ...rowOf(at('龙井', 'utf-8', 5), 'utf-8'), verdict: 'malformed' as const, notes: [] }
    for (const code of ['not_text', 'other_charset'])
      expect(explain({ ...row, code }, accountIn('utf-8')).map(({ cause }) => cause)).toEqual([
        'now_readable',
      ])
  })

  it('bytes in the middle of a text that are none are told as such', () => {
    const bytes = signedBinary([...toRaw(MESSAGE, 'utf-8'), ['body', 'tea\xff tea']])
    expect(findings(bytes, 'utf-8')).toMatchObject([{ cause: 'text_unreadable', certain: false }])
  })
})

it('[#22] the e-mail of our seller that is not the one of the settings is told, with both', () => {
  const row = rowOf(signedMessage([...MESSAGE, ['seller_email', 'new@example.com']], 'utf-8'), 'utf-8')
  const [finding] = explain({ ...row, notes: ['seller_email_changed'] }, accountIn('utf-8'))
  expect(finding).toMatchObject({ cause: 'seller_email_changed', certain: true })
  expect(finding?.en).toMatch(/new@example\.com.*seller@example\.com.*ALIPAY_SELLER_EMAIL/)
})

it('[T5.4d] a message that was applied in part has its words', () => {
  const row = {
    ...rowOf(signedMessage(MESSAGE, 'utf-8'), 'utf-8'),
    code: 'cannot_follow',
  }
  expect(explain(row, accountIn('utf-8')).map(({ cause }) => cause)).toEqual(['applied_in_part'])
})

it('[T5.2S] the parameter that was added is named', () => {
  const bytes = Buffer.from(`${signedMessage(MESSAGE, 'gbk')}&PHPSESSID=a1b2c3`, 'latin1')
  const [finding] = explain(rowOf(bytes, 'gbk'), accountIn('gbk'))
  expect(finding?.zh).toContain('PHPSESSID')
  expect(finding?.en).toContain('PHPSESSID')
  expect(finding?.certain).toBe(true)
})

it('[T5.2S] the answer to a query is not taken for a form', () => {
  const answer = Buffer.from('<?xml version="1.0"?><alipay><sign>0</sign></alipay>')
  const row = { ...rowOf(answer, 'utf-8'), channel: 'query' as const, verdict: 'bad_sign' as const }
  expect(explain(row, accountIn('utf-8')).map(({ cause }) => cause)).toEqual(['answer_not_signed'])
})

describe('[T5.2S] what the gateway said', () => {
  const row = { ...rowOf(signedMessage(MESSAGE, 'utf-8'), 'utf-8'), verdict: 'bad_source' as const }
  const causes = (changes: Partial<ExplainedMessage>) =>
    explain({ ...row, ...changes }, accountIn('utf-8')).map(({ cause }) => cause)

  it.each([
    ['no_notify_id', null, null, 'notify_id_missing'],
    ['gateway_denied', null, 'invalid', 'verify_invalid'],
    ['http_status', '302', null, 'verify_http'],
    ['http_status', '503', null, 'verify_http'],
    ['timeout', '8000', null, 'verify_timeout'],
    ['answer_too_long', null, null, 'verify_not_a_word'],
    ['not_a_word', null, 'TRUE', 'verify_not_a_word'],
    ['not_a_word', null, '', 'verify_not_a_word'],
    ['no_connection', 'ECONNREFUSED', null, 'connection_refused'],
    ['no_connection', 'ENOTFOUND', null, 'dns'],
    ['no_connection', 'EAI_AGAIN', null, 'dns'],
    ['no_connection', 'ETIMEDOUT', null, 'firewall'],
    ['no_connection', 'UND_ERR_CONNECT_TIMEOUT', null, 'firewall'],
    ['no_connection', 'CERT_HAS_EXPIRED', null, 'certificate'],
    ['no_connection', 'UND_ERR_SOCKET', null, 'connection_broken'],
  ])('%s %j %j means %s', (code, detail, responseTxt, cause) => {
    expect(causes({ code, detail, responseTxt })).toEqual([cause])
  })

  const denied = { code: 'gateway_denied', responseTxt: 'false' }
  it('false, of a notification, means that it was answered already or is foreign', () => {
    expect(causes(denied)).toEqual(['already_answered', 'notify_id_unknown'])
  })

  it('false, of a return, means that its minute is over, for certain if its time says so', () => {
    const at = (seconds: number) => new Date(Date.parse('2026-11-22T02:00:05Z') + seconds * 1000)
    expect(causes({ ...denied, channel: 'return', receivedAt: at(61) })).toEqual(['return_expired'])
    const again = {
      channel: 'recheck' as const,
      params: { is_success: 'T', notify_time: '2026-11-22 10:00:05' },
    }
    expect(causes({ ...denied, ...again, receivedAt: at(3600) })).toEqual(['return_expired'])
    const young = explain({ ...row, ...denied, channel: 'return', receivedAt: at(60) }, accountIn('utf-8'))
    expect(young.map(({ cause, certain }) => [cause, certain])).toEqual([
      ['return_expired', false],
      ['notify_id_unknown', false],
    ])
  })
})

describe('[T5.2A] every other verdict has its words', () => {
  const row = rowOf(signedMessage(MESSAGE, 'utf-8'), 'utf-8')

  it.each([
    ...(['bad_amount', 'bad_seller', 'bad_trade_no', 'unknown_order', 'illegal', 'error', 'stale'] as const),
    'duplicate' as const,
  ])('%s', (verdict) => {
    const [finding] = explain({ ...row, verdict }, accountIn('utf-8'))
    expect(finding).toMatchObject({ cause: verdict, certain: true })
  })

  it('apart from applied, where there is nothing to explain', () => {
    expect(explain({ ...row, verdict: 'applied' }, accountIn('utf-8'))).toEqual([])
  })

  const good = signedMessage(MESSAGE, 'utf-8').toString('latin1')
  it.each([
    ['', 'no_parameters'],
    [`${good}&a=%zz`, 'broken_encoding'],
    [`${good}&sign=x`, 'parameter_twice'],
    [`${good}&a=${'x'.repeat(65_536)}`, 'too_long'],
    [Array.from({ length: 300 }, (_, index) => index).join('&'), 'too_many_parameters'],
    [`a=tea%26total_fee%3D0.01`, 'regrouped'],
    [`a%3D=tea`, 'regrouped'],
    [`total_fee=%FF%81&sign=x`, 'field_not_text'],
  ])('malformed: %#, %s', (bytes, cause) => {
    expect(causesOf(bytes, 'utf-8')).toEqual([cause])
  })

  it.each([
    ['not_by_post', 'not_by_post'],
    ['content_type', 'content_type'],
    ['body_stalled', 'body_stalled'],
    ['other', 'unreadable'],
  ])('malformed because of %s: %s', (code, cause) => {
    const [finding] = explain({ ...row, verdict: 'malformed', code }, accountIn('utf-8'))
    expect(finding?.cause).toBe(cause)
  })
})

describe('any message', () => {
  const sent = anyCharsetAndParams.map(({ charset, params }) => ({
    charset,
    params: params.filter(([name]) => name !== 'sign' && name !== 'sign_type'),
  }))

  it('[T5.2S] that is genuine is never said to be wrong', () => {
    fc.assert(
      fc.property(sent, ({ charset, params }) => {
        expect(
          causesOf(signedMessage(params, charset), charset).filter((cause) => cause !== 'regrouped'),
        ).toEqual([])
        expect(explainSign(signedMessage(params, charset), accountIn(charset), isMd5Sign).cause).toBe(
          'now_right',
        )
      }),
    )
  })

  it('[T5.2S] [#3] whose value was replaced by another is not explained by an innocent cause', () => {
    const word = fc.stringMatching(/^[a-z0-9.\u4e00-\u4e0f]{1,12}$/)
    fc.assert(
      fc.property(sent, word, word, ({ charset, params }, before, after) => {
        fc.pre(before.toLowerCase() !== after.toLowerCase())
        const sign = signParams([...params, ['value', before]], KEY, charset)
        const forged = send([...params.filter(([name]) => name !== 'value'), ['value', after]], sign, charset)
        fc.pre(!params.some(([name]) => name === 'value'))
        const { cause } = explainSign(Buffer.from(forged, 'latin1'), accountIn(charset), isMd5Sign)
        expect(cause).toBe('sign_unexplained')
      }),
      { numRuns: 300 },
    )
  })

  it('[#38] [#44] of any bytes is explained without throwing, and without the key or the right sign', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...CHARSETS), (tail, charset) => {
        const bytes = Buffer.concat([Buffer.from('total_fee=1&sign=x&'), tail])
        const row = { ...rowOf(bytes, charset), verdict: 'bad_sign' as const }
        const said = JSON.stringify(explain(row, accountIn(charset)))
        const message = readMessage(bytes, accountIn(charset))
        expect(said).not.toContain(KEY)
        if ('mysign' in message) expect(said).not.toContain(message.mysign)
      }),
    )
  })

  it('[#38] as large as messages may be is tried at a bounded number of hashes', () => {
    const pairs = Array.from({ length: 197 }, (_, index) => `p${index}=${'%20+'.repeat(80)}`)
    const bytes = Buffer.from([...pairs, `sign=${'0'.repeat(32)}`, 'sign_type=MD5'].join('&'))
    expect(bytes.length).toBeGreaterThan(60_000)
    expect(causesOf(bytes, 'utf-8')).toEqual(['sign_unexplained'])
  })
})
