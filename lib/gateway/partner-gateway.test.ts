import { expect, it } from 'vitest'
import { xmlSuccess } from '../alipay/partner/write-xml-answer'
import { md5Sign } from '../alipay/partner/sign'
import { stringToSign } from '../alipay/partner/string-to-sign'
import { rawParams } from '../alipay/params'
import { accountIn, KEY, signedMessage } from '../alipay/testing/account'
import { partnerGateway } from './partner-gateway'

const OLD = 'fedcba9876543210fedcba9876543210'
const UNTIL = new Date('2026-12-01T10:00:00Z')
const pages = {
  notifyUrl: 'https://shop.example.com/n',
  returnUrl: 'https://shop.example.com/r',
  showUrl: 'https://shop.example.com/o',
}
const gatewayAt = (moment: Date, oldKey: { key: string; until: Date } | undefined) =>
  partnerGateway({ ...accountIn('utf-8'), ...pages, oldKey }, () => moment)

const before = gatewayAt(new Date(UNTIL.getTime() - 1), { key: OLD, until: UNTIL })
const after = gatewayAt(UNTIL, { key: OLD, until: UNTIL })
const without = gatewayAt(new Date(0), undefined)

const fields = [
  ['notify_id', '0f1e2d3c4b5a69788796a5b4c3d2e1f04a'],
  ['subject', '龙井'],
  ['total_fee', '1.00'],
] as const
const answer = (key: string) =>
  xmlSuccess({ request: [], response: { element: 'trade', params: [['trade_no', '1']] } }, key, 'utf-8')

it.each([
  ['by the new key before the moment', before, KEY, 'signed'],
  ['by the old key before the moment', before, OLD, 'signed'],
  ['by the new key after it', after, KEY, 'signed'],
  ['by the old key after it', after, OLD, 'bad_sign'],
  ['by the old key where none is set', without, OLD, 'bad_sign'],
  ['by neither, before it', before, 'x'.repeat(32), 'bad_sign'],
  ['by neither, after it', after, 'x'.repeat(32), 'bad_sign'],
])('[#13] While the key is changed, a message or an answer that is signed %s', (_, gateway, key, kind) => {
  expect(gateway.readMessage(signedMessage(fields, 'utf-8', key))).toMatchObject({ kind })
  expect(gateway.readAnswer(answer(key), 'query')).toMatchObject({
    kind: kind === 'signed' ? 'answered' : 'unbelievable',
  })
})

it('[#13] A message with a wrong sign is compared with the new key, the old one is nowhere in what is kept of it', () => {
  const read = before.readMessage(signedMessage(fields, 'utf-8', 'x'.repeat(32)))
  const byNew = md5Sign(stringToSign(rawParams(new Map(fields.map(([n, v]) => [n, Buffer.from(v).toString('latin1')])))), KEY) // prettier-ignore
  expect(read).toMatchObject({ code: 'wrong_sign', mysign: byNew })
})

it('[#13] The old key does not excuse what is wrong beside the sign', () => {
  const bytes = signedMessage(fields, 'utf-8', OLD).toString('latin1')
  for (const wrong of [
    bytes.replace('sign_type=MD5', 'sign_type=RSA'),
    bytes.replace(/&sign=\w+/, '&sign='),
    `${bytes}&x=1`,
  ])
    expect(before.readMessage(Buffer.from(wrong, 'latin1'))).toMatchObject({ kind: 'bad_sign' })
})

it('[#13] Requests are signed with the new key, before the moment too', () => {
  const trade = { orderNo: '20150128160415000001', tradeNo: null }
  expect(before.query(trade).fields.get('sign')).toBe(without.query(trade).fields.get('sign'))
})
