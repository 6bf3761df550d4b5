import { createHash } from 'node:crypto'
import { AlipaySdk } from 'alipay-sdk'
import Stripe from 'stripe'
import type { Charset } from '../lib/alipay/charset'
import { readMessage } from '../lib/alipay/partner/message'
import { readOpenMessage } from '../lib/alipay/open/message'
import { formEncode, parseForm } from '../lib/alipay/params'
import { OPEN_KEYS, openApp, openSignedBytes } from '../lib/alipay/testing/open-account'
import type { Account } from '../lib/alipay/partner/request'
import { signParams } from '../lib/alipay/partner/sign'
import { stringToSign } from '../lib/alipay/partner/string-to-sign'
import type { Figure } from './figure'
import { median } from './load'
import { openPaymentOf } from './orders'

const ROUNDS = 450
const ROUND_MS = 2
const WARM_UP_ROUNDS = 100

/** What the gateway posts when an escrow trade was paid (protocol.md 5.3): 27 parameters, unsorted. */
const NOTIFICATION = {
  discount: '0.00',
  logistics_type: 'EXPRESS',
  receive_zip: '200062',
  payment_type: '1',
  subject: '西湖龙井茶 明前特级 250 克罐装',
  logistics_fee: '10.00',
  trade_no: '2015012800001000350012345678',
  buyer_email: 'buyer@example.com',
  notify_type: 'trade_status_sync',
  gmt_create: '2015-01-28 16:04:22',
  quantity: '1',
  logistics_payment: 'BUYER_PAY',
  out_trade_no: '20150128160415000001',
  notify_time: '2015-01-28 16:05:27',
  seller_id: '2088000000000001',
  body: '一罐，附手提纸袋',
  trade_status: 'WAIT_SELLER_SEND_GOODS',
  gmt_payment: '2015-01-28 16:05:26',
  total_fee: '348.00',
  seller_email: 'seller@example.com',
  price: '338.00',
  buyer_id: '2088000000000002',
  notify_id: '0f1e2d3c4b5a69788796a5b4c3d2e1f04a',
  receive_name: '张三',
  receive_address: '上海市普陀区长风新村街道金沙江路 1 号',
}

const KEY = '0123456789abcdef0123456789abcdef'
const utf8 = notification('utf-8')
const gbk = notification('gbk')
const toHash = Buffer.from(stringToSign(parsed(utf8.body)) + KEY, 'latin1')
const stripe = new Stripe('sk_test_bench')
const SECRET = 'whsec_0123456789abcdef0123456789abcdef'
const event = stripeEvent(utf8.body.length)

const openMessage = openSignedBytes(Object.entries(openPaymentOf('20150128160415000001')))
const sdk = new AlipaySdk({ appId: openApp.appId, keyType: 'PKCS8', ...OPEN_KEYS })

const contestants = {
  utf8: () => expectSigned(readMessage(utf8.body, utf8.account)),
  gbk: () => expectSigned(readMessage(gbk.body, gbk.account)),
  md5: () => createHash('md5').update(toHash).digest('hex'),
  open: () => expectSigned(readOpenMessage(openMessage, openApp.alipayPublicKey)),
  // a form reaches the SDK as an object
  sdk: () => {
    const posted = Object.fromEntries(new URLSearchParams(Buffer.from(openMessage).toString()))
    if (!sdk.checkNotifySignV2(posted)) throw new Error('the SDK does not verify it')
  },
  stripe: () => stripe.webhooks.constructEvent(event.payload, event.header, SECRET),
}
type Contestant = keyof typeof contestants
const names = Object.keys(contestants) as Contestant[]

/**
 * The time to verify a notification, from raw bytes to verdict and text. The contestants take turns in short rounds, so that
 * a busy machine slows all of them alike.
 */
export async function verify(): Promise<Figure[]> {
  for (let round = 0; round < WARM_UP_ROUNDS; round++)
    for (const name of names) microseconds(contestants[name])
  const times: Record<Contestant, number[]> = {
    utf8: [],
    gbk: [],
    md5: [],
    open: [],
    sdk: [],
    stripe: [],
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) times[name].push(microseconds(contestants[name]))
  const ratio = (name: Contestant, to: Contestant) =>
    median(times[name].map((time, round) => time / (times[to][round] ?? NaN)))
  const plain = names.map((name) => `${name} ${median(times[name]).toFixed(2)}`).join(', ')
  const from = `${plain} µs for ${Object.keys(NOTIFICATION).length + 2} parameters, ${utf8.body.length} bytes`
  return [
    { name: 'verify / stripe.webhooks.constructEvent', value: ratio('stripe', 'utf8'), least: 1, from },
    { name: 'verify in GBK / in UTF-8', value: ratio('utf8', 'gbk'), least: 0.5, from },
    { name: 'verify by RSA2 / checkNotifySignV2 of alipay-sdk', value: ratio('sdk', 'open'), least: 1, from },
  ]
}

/** Microseconds per call, over one round. */
function microseconds(call: () => unknown): number {
  const start = process.hrtime.bigint()
  const end = start + BigInt(ROUND_MS * 1_000_000)
  let now = start
  let calls = 0
  while (now < end) {
    for (let i = 0; i < 20; i++) call()
    calls += 20
    now = process.hrtime.bigint()
  }
  return Number(now - start) / 1000 / calls
}

function notification(charset: Charset) {
  const account: Pick<Account, 'key' | 'charset' | 'signType'> = { key: KEY, charset, signType: 'MD5' }
  const sign = signParams(Object.entries(NOTIFICATION), KEY, charset)
  const params = Object.entries({ ...NOTIFICATION, sign, sign_type: 'MD5' })
  return { account, body: Buffer.from(formEncode(params, charset), 'latin1') }
}

function parsed(body: Uint8Array) {
  const result = parseForm(body)
  if (!result.ok) throw new Error(result.code)
  return result.params
}

function expectSigned(message: ReturnType<typeof readMessage>) {
  if (message.kind !== 'signed') throw new Error(`not verified: ${message.code}`)
  return message
}

/** A Stripe event with the same facts in the usual envelope, filled up to the same number of bytes. */
function stripeEvent(bytes: number) {
  const build = (filling: string) =>
    JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'checkout.session.completed',
      created: 1422432327,
      livemode: false,
      data: { object: NOTIFICATION },
      request: { id: null, idempotency_key: filling },
    })
  const payload = Buffer.from(build('x'.repeat(Math.max(0, bytes - Buffer.byteLength(build(''))))))
  if (payload.length !== bytes) throw new Error(`the event has ${payload.length} bytes, not ${bytes}`)
  const header = stripe.webhooks.generateTestHeaderString({ payload: payload.toString(), secret: SECRET })
  return { payload, header }
}
