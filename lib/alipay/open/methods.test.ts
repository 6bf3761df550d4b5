import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { openParameterWithin } from '../ambiguity'
import { RequestRefusedError } from '../refusal'
import type { SignedRequest } from '../signed-request'
import { openApp } from '../testing/open-account'
import { payRequest, refundQuery, tradeClose, tradeQuery, tradeRefund } from './methods'

const NOW = new Date('2026-11-29T16:30:05Z')
const payment = {
  orderNo: '20261129000000000001',
  subject: '龙井',
  totalFen: 1,
  notifyUrl: 'https://shop.example.com/api/alipay/notify',
  returnUrl: 'https://shop.example.com/api/alipay/return',
  quitUrl: 'https://shop.example.com/orders',
}
const trade = { orderNo: payment.orderNo, tradeNo: '2026112922001400000000000001' }
const content = ({ fields }: SignedRequest): unknown => JSON.parse(fields.get('biz_content') ?? '')
const subjectOf = (request: SignedRequest) => (content(request) as { subject: string }).subject

/** What the official SDKs do, by node:crypto alone: all but `sign`, sorted, raw values, SHA256withRSA. */
function isRightlySigned({ fields }: SignedRequest) {
  const names = [...fields.keys()].filter((name) => name !== 'sign').sort()
  const text = names.map((name) => `${name}=${fields.get(name)}`).join('&')
  const signature = Buffer.from(fields.get('sign') ?? '', 'base64')
  return verify('RSA-SHA256', Buffer.from(text), createPublicKey(openApp.privateKey), signature)
}

it.each([
  ['desktop', 'alipay.trade.page.pay', 'FAST_INSTANT_TRADE_PAY', {}],
  ['phone', 'alipay.trade.wap.pay', 'QUICK_WAP_WAY', { quit_url: payment.quitUrl }],
  ['code', 'alipay.trade.precreate', 'FACE_TO_FACE_PAYMENT', {}],
] as const)('[O1] A payment by %s is %s, signed, and whole in its form', (by, method, product_code, more) => {
  const request = payRequest(openApp, by, payment, NOW)
  expect(Object.fromEntries(request.fields)).toEqual({
    sign: expect.any(String),
    biz_content: expect.any(String),
    app_id: '9021000000000001',
    method,
    format: 'JSON',
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: '2026-11-30 00:30:05',
    version: '1.0',
    notify_url: payment.notifyUrl,
    ...(by !== 'code' && { return_url: payment.returnUrl }),
  })
  expect(content(request)).toEqual({
    out_trade_no: payment.orderNo,
    total_amount: '0.01',
    subject: '龙井',
    product_code,
    ...more,
  })
  expect(request.action).toBe('https://gateway.example/gateway.do')
  expect(isRightlySigned(request)).toBe(true)
})

it('[O1] Query, close, refund and refund query name the trade by both numbers, and are signed', () => {
  const both = { out_trade_no: trade.orderNo, trade_no: trade.tradeNo }
  const refund = { no: 'a'.repeat(32), fen: 50, reason: '坏了' }
  const requests = [
    [tradeQuery(openApp, trade, NOW), both],
    [tradeClose(openApp, { ...trade, tradeNo: null }, NOW), { out_trade_no: trade.orderNo }],
    [tradeRefund(openApp, trade, refund, NOW), { ...both, refund_amount: '0.50', out_request_no: refund.no, refund_reason: '坏了' }],
    [refundQuery(openApp, trade, refund.no, NOW), { ...both, out_request_no: refund.no }],
  ] as const // prettier-ignore
  expect(requests.map(([request]) => request.fields.get('method'))).toEqual([
    'alipay.trade.query',
    'alipay.trade.close',
    'alipay.trade.refund',
    'alipay.trade.fastpay.refund.query',
  ])
  for (const [request, expected] of requests) {
    expect(content(request)).toEqual(expected)
    expect(isRightlySigned(request)).toBe(true)
  }
})

describe('[#85] Times are Beijing’s', () => {
  const zone = process.env.TZ
  afterEach(() => void (process.env.TZ = zone))

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('on a server in %s', (TZ) => {
    process.env.TZ = TZ
    const until = new Date('2026-11-30T16:30:05Z')
    const form = payRequest(openApp, 'desktop', { ...payment, until }, NOW)
    expect(form.fields.get('timestamp')).toBe('2026-11-30 00:30:05')
    expect(content(form)).toMatchObject({ time_expire: '2026-12-01 00:30:05' })
  })
})

it('[#91] A code, which takes no moment, is told the minutes that are left', () => {
  const until = new Date('2026-11-29T17:29:59Z')
  const request = payRequest(openApp, 'code', { ...payment, until }, NOW)
  expect(content(request)).toMatchObject({ timeout_express: '59m' })
  expect(content(request)).not.toHaveProperty('time_expire')
})

describe('[#79] A subject or body', () => {
  it('is sent with wide forms of the characters that Alipay bars', () => {
    const request = payRequest(openApp, 'desktop', { ...payment, subject: '茶 1/2 = A&B', body: 'x&total_amount=0.01' }, NOW) // prettier-ignore
    expect(content(request)).toMatchObject({ subject: '茶 1／2 ＝ A＆B', body: 'x＆total_amount＝0.01' })
  })

  it('never holds a parameter, whatever was typed', () => {
    const hostile = fc.string({ unit: fc.constantFrom('&', '=', 'x', '茶', 'sign', 'total_amount'), minLength: 1, maxLength: 20 }) // prettier-ignore
    fc.assert(
      fc.property(hostile, (subject) => {
        expect(openParameterWithin(subjectOf(payRequest(openApp, 'desktop', { ...payment, subject }, NOW)))).toBeUndefined()
      }),
    ) // prettier-ignore
  })
})

it('[O1] A body longer than Alipay takes is cut, between characters', () => {
  const request = payRequest(openApp, 'desktop', { ...payment, body: '🍵'.repeat(200) }, NOW)
  expect(content(request)).toMatchObject({ body: '🍵'.repeat(128) })
})

it.each([
  [{ subject: '' }, 'subject'],
  [{ subject: '茶'.repeat(257) }, 'subject'],
  [{ subject: 'a\ud800' }, 'subject'],
  [{ totalFen: 0 }, 'total_amount'],
  [{ totalFen: 10_000_000_001 }, 'total_amount'],
  [{ orderNo: 'a-b' }, 'out_trade_no'],
])('[O1] What Alipay would refuse is not signed: %j', (changes, parameter) => {
  const attempt = () => payRequest(openApp, 'desktop', { ...payment, ...changes }, NOW)
  expect(attempt).toThrow(RequestRefusedError)
  expect(attempt).toThrow(parameter)
})

it('[O1] 256 characters of Chinese and 100 million yuan are taken', () => {
  const most = { subject: '茶'.repeat(256), totalFen: 10_000_000_000 }
  expect(() => payRequest(openApp, 'desktop', { ...payment, ...most }, NOW)).not.toThrow()
})
