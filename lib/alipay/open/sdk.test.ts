import { AlipaySdk } from 'alipay-sdk'
import { describe, expect, it } from 'vitest'
import { parseForm, toRaw } from '../params'
import { done, OPEN_KEYS, openAnswer, openApp, openSignedBytes } from '../testing/open-account'
import { readOpenMessage } from './message'
import { payRequest } from './methods'
import { readJsonAnswer } from './read-answer'
import { requestToSign, rsa2Sign } from './sign'

/** Alipay's own SDK as it comes from npm, with the same application. */
const sdk = new AlipaySdk({
  appId: openApp.appId,
  keyType: 'PKCS8',
  ...OPEN_KEYS,
  gateway: openApp.gatewayUrl,
})
const SUBJECT = '绿茶 50% + “好” <b>'
const FIELDS = [
  ['app_id', openApp.appId],
  ['out_trade_no', '20261129000000000001'],
  ['subject', SUBJECT],
  ['trade_status', 'TRADE_SUCCESS'],
  ['fund_bill_list', '[{"amount":"0.01","fundChannel":"ALIPAYACCOUNT"}]'],
] as const

/** The parameters of a GET address. */
function paramsOf(url: string) {
  const parsed = parseForm(Buffer.from(new URL(url).search.slice(1)))
  if (!parsed.ok) throw new Error(parsed.code)
  return parsed.params
}

describe('[O1] Against the official SDK', () => {
  it('the same parameters have the same signature', () => {
    const bizContent = {
      out_trade_no: '20261129000000000001',
      total_amount: '0.01',
      subject: SUBJECT,
      product_code: 'FAST_INSTANT_TRADE_PAY',
    }
    const url = sdk.pageExecute('alipay.trade.page.pay', 'GET', {
      bizContent,
      notify_url: 'https://shop.example.com/n',
      return_url: 'https://shop.example.com/r',
    })
    const params = paramsOf(url)
    expect(rsa2Sign(requestToSign(params), openApp.privateKey)).toBe(params.get('sign'))
  })

  it('a payment of ours has the parameters of the SDK’s, and `format`, which it leaves out', () => {
    const payment = { orderNo: '1', subject: SUBJECT, totalFen: 1, notifyUrl: 'https://a/n', returnUrl: 'https://a/r' }
    const ours = payRequest(openApp, 'desktop', payment, new Date('2026-11-29T00:00:00Z')).fields
    const bizContent = JSON.parse(ours.get('biz_content') ?? '') as Record<string, string>
    const theirs = paramsOf(
      sdk.pageExecute('alipay.trade.page.pay', 'GET', { bizContent, notify_url: 'https://a/n', return_url: 'https://a/r' }),
    )
    const ownNames = [...ours.keys()].filter((name) => name !== 'format').sort()
    expect(ownNames).toEqual([...theirs.keys()].filter((name) => name !== 'format' && name !== 'alipay_sdk').sort())
    for (const name of ['app_id', 'method', 'charset', 'version', 'sign_type', 'biz_content'])
      expect(toRaw([['x', ours.get(name) ?? '']], 'utf-8').get('x'), name).toBe(theirs.get(name))
  }) // prettier-ignore

  it('a notification that it believes is believed, and one that it does not is not', () => {
    const bytes = openSignedBytes(FIELDS)
    const given = Object.fromEntries(new URLSearchParams(Buffer.from(bytes).toString()))
    expect(sdk.checkNotifySignV2(given)).toBe(true)
    expect(readOpenMessage(bytes, openApp.alipayPublicKey).kind).toBe('signed')
    expect(sdk.checkNotifySignV2({ ...given, subject: 'x' })).toBe(false)
  })

  it('[O3] an answer whose signature it finds right is read', () => {
    const body = openAnswer('alipay.trade.query', done({ out_trade_no: '1', subject: 'a/b "c" }{ 茶' }))
    const { sign } = JSON.parse(body.toString()) as { sign: string }
    const check = (text: string) => sdk.checkResponseSign(text, 'alipay_trade_query_response', sign, 'trace')
    expect(() => check(body.toString())).not.toThrow()
    expect(() => check(body.toString().replace('"1"', '"2"'))).toThrow()
    expect(readJsonAnswer(body, ['alipay.trade.query'], openApp.alipayPublicKey).kind).toBe('signed')
  }) // prettier-ignore
})
