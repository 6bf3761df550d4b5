import { sign as cryptoSign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { formEncode, toRaw } from '../params'
import { ALIPAY_KEY, openApp, openSignedBytes } from '../testing/open-account'
import { readOpenMessage } from './message'
import { messageToSign } from './sign'

const FIELDS = [
  ['notify_id', '2026112900222001234567890'],
  ['notify_type', 'trade_status_sync'],
  ['app_id', '9021000000000001'],
  ['out_trade_no', '20261129000000000001'],
  ['trade_status', 'TRADE_SUCCESS'],
  ['total_amount', '0.01'],
  ['subject', '龙井 100% & 更多=好'],
  ['fund_bill_list', '[{"amount":"0.01","fundChannel":"ALIPAYACCOUNT"}]'],
] as const
const read = (bytes: Uint8Array) => readOpenMessage(bytes, openApp.alipayPublicKey)
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const changed = (change: (form: string) => string) => read(Buffer.from(change(text(openSignedBytes(FIELDS))), 'latin1')) // prettier-ignore

describe('[O2] A message', () => {
  it('that is signed by RSA2 as the official SDK verifies it is believed', () => {
    // by node:crypto alone: all but sign and sign_type, sorted, raw values
    const signed = [...FIELDS].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&') // prettier-ignore
    const sign = cryptoSign('RSA-SHA256', Buffer.from(signed), ALIPAY_KEY).toString('base64')
    const bytes = Buffer.from(formEncode([...FIELDS, ['sign', sign], ['sign_type', 'RSA2']], 'utf-8'))
    expect(read(bytes)).toEqual({
      kind: 'signed',
      params: new Map([...FIELDS, ['sign', sign], ['sign_type', 'RSA2']]),
      unreadable: [],
      signedText: signed,
      sign,
      mysign: null,
    })
  })

  it('may carry the number of a certificate, which is not signed', () => {
    const bytes = Buffer.concat([openSignedBytes(FIELDS), Buffer.from('&alipay_cert_sn=0123456789abcdef')])
    expect(read(bytes)).toMatchObject({ kind: 'signed' })
  })

  it('with empty fields is believed whether they were signed or not', () => {
    const fields = [...FIELDS, ['body', ''], ['refund_fee', '']] as const
    expect(read(openSignedBytes(fields))).toMatchObject({ kind: 'signed' })
    const withEmpty = read(openSignedBytes(fields, { withEmpty: true }))
    expect(withEmpty).toMatchObject({ kind: 'signed', signedText: expect.stringMatching(/&body=&/) })
    const forged = Buffer.from(text(openSignedBytes(fields, { withEmpty: true })).replace('body=', 'body=x'))
    expect(read(forged)).toMatchObject({ kind: 'bad_sign', code: 'wrong_sign' })
  })

  it('whose text is broken within a character is still verified over its bytes', () => {
    const raw = [...toRaw(FIELDS, 'utf-8'), ['body', '\xe8\x8c'] as const] // the first two bytes of a tea
    const signed = messageToSign(new Map(raw) as never)
    const sign = cryptoSign('RSA-SHA256', Buffer.from(signed, 'latin1'), ALIPAY_KEY).toString('base64')
    const form = `${formEncode([...FIELDS, ['sign', sign], ['sign_type', 'RSA2']], 'utf-8')}&body=%E8%8C`
    expect(read(Buffer.from(form))).toMatchObject({ kind: 'signed', unreadable: ['body'] })
  })

  it.each<[string, (form: string) => string, string]>([
    ['another amount', (form) => form.replace('0.01', '1.00'), 'wrong_sign'],
    ['a parameter more', (form) => `${form}&refund_fee=0.01`, 'wrong_sign'],
    ['no sign', (form) => form.replace(/&sign=[^&]*/, ''), 'no_sign'],
  ])('with %s is not believed', (_what, change, code) => {
    expect(changed(change)).toMatchObject({ kind: 'bad_sign', code })
  })
})

describe('[#76] The message does not choose the algorithm', () => {
  it('a right signature by SHA-1 is refused, also where it says RSA2', () => {
    const sign = cryptoSign('RSA-SHA1', Buffer.from(messageToSign(toRaw(FIELDS, 'utf-8')), 'latin1'), ALIPAY_KEY) // prettier-ignore
    for (const sign_type of ['RSA', 'RSA2'])
      expect(read(openSignedBytes(FIELDS, { sign: sign.toString('base64'), sign_type }))).toMatchObject({
        kind: 'bad_sign',
        code: sign_type === 'RSA2' ? 'wrong_sign' : 'sign_type',
      })
  })

  it.each(['RSA', 'rsa2', 'MD5', 'RSA256', ''])(
    'a right signature under the name %j is refused',
    (sign_type) => {
      expect(read(openSignedBytes(FIELDS, { sign_type }))).toMatchObject({
        kind: 'bad_sign',
        code: 'sign_type',
      })
    },
  )

  it('a message of the partner gateway is refused', () => {
    const bytes = openSignedBytes(FIELDS, { sign: 'd41d8cd98f00b204e9800998ecf8427e', sign_type: 'MD5' })
    expect(read(bytes)).toMatchObject({ kind: 'bad_sign', code: 'sign_type' })
  })
})

it('[#97] A signature has one spelling: with blanks, other characters or other last bits it is wrong', () => {
  const form = openSignedBytes(FIELDS)
  const message = read(form)
  const sign = message.kind === 'signed' ? message.sign : ''
  const other = [
    ` ${sign}`,
    `${sign.slice(0, 40)} ${sign.slice(40)}`,
    `${sign.slice(0, 40)}!${sign.slice(40)}`,
    sign.replace(/=+$/, ''),
    `${sign}=`,
    sign.replaceAll('+', ' '),
  ].filter((spelling) => spelling !== sign)
  expect(other.length).toBeGreaterThanOrEqual(5)
  for (const spelling of other)
    expect(read(openSignedBytes(FIELDS, { sign: spelling })), spelling).toMatchObject({
      kind: 'bad_sign',
      code: 'wrong_sign',
    })
})

describe('[#79] A value that seems to hold a parameter', () => {
  it.each([
    ['subject', 'tea&total_amount=999.00', 'total_amount'],
    ['body', 'x&out_biz_no=1', 'out_biz_no'],
    ['passback_params', 'a&refund_fee=0.01', 'refund_fee'],
    ['trade_status', 'TRADE_SUCCESS&anything', 'anything'],
    ['notify_id', 'a&b=c', 'b'],
  ])('in %s is not read, though its sign is right', (name, value, within) => {
    const fields = [...FIELDS.filter(([known]) => known !== name), [name, value] as const]
    expect(read(openSignedBytes(fields))).toEqual({
      kind: 'malformed',
      code: 'value_with_parameter',
      detail: `${name}: ${within}`,
    })
  })

  it('and so a signed message cannot be regrouped into another one under the same sign', () => {
    const refunded = [...FIELDS, ['gmt_refund', '2026-11-29 10:00:00'], ['refund_fee', '0.01']] as const
    const genuine = text(openSignedBytes(refunded))
    expect(read(Buffer.from(genuine))).toMatchObject({ kind: 'signed' })
    // refund_fee is cut out, and stands in the value of the parameter that is signed before it
    const regrouped = genuine
      .replace('&refund_fee=0.01', '')
      .replace(/(gmt_refund=[^&]*)/, '$1%26refund_fee%3D0.01')
    expect(regrouped).not.toBe(genuine)
    expect(read(Buffer.from(regrouped))).toMatchObject({ kind: 'malformed' })
  })
})

it.each([
  ['too_long', Buffer.alloc(64 * 1024 + 1, 'a=b&')],
  ['no_parameters', Buffer.from('')],
  ['parameter_twice', Buffer.from('a=1&a=2')],
  ['broken_encoding', Buffer.from('a=%zz')],
  ['field_not_text', Buffer.from('out_trade_no=%ff')],
])('[O2] What cannot be read is malformed: %s', (code, bytes) => {
  expect(read(bytes)).toMatchObject({ kind: 'malformed', code })
})
