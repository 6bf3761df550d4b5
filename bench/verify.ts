/**
 * `npm run bench`: the time to verify a notification. The contestants take turns in short rounds, so that a busy machine
 * slows all of them alike. The result is the ratios, each the median over the rounds; the microseconds are for information.
 */
import { createHash } from 'node:crypto'
import Stripe from 'stripe'
import type { Charset } from '../lib/alipay/charset'
import { readMessage } from '../lib/alipay/partner/message'
import { formEncode, parseForm } from '../lib/alipay/params'
import type { Account } from '../lib/alipay/partner/request'
import { signParams, stringToSign } from '../lib/alipay/partner/sign'

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

const contestants = {
  utf8: () => expectSigned(readMessage(utf8.body, utf8.account)),
  gbk: () => expectSigned(readMessage(gbk.body, gbk.account)),
  md5: () => createHash('md5').update(toHash).digest('hex'),
  stripe: () => stripe.webhooks.constructEvent(event.payload, event.header, SECRET),
}
type Contestant = keyof typeof contestants
const names = Object.keys(contestants) as Contestant[]

for (let round = 0; round < WARM_UP_ROUNDS; round++) for (const name of names) microseconds(contestants[name])
const times: Record<Contestant, number[]> = { utf8: [], gbk: [], md5: [], stripe: [] }
for (let round = 0; round < ROUNDS; round++) {
  for (const name of names) times[name].push(microseconds(contestants[name]))
}

const LINES: [Contestant, string][] = [
  ['utf8', `readMessage, UTF-8, ${utf8.body.length} bytes`],
  ['gbk', `readMessage, GBK, ${gbk.body.length} bytes`],
  ['md5', `bare MD5 of the ${toHash.length} bytes signed`],
  ['stripe', `stripe constructEvent, ${event.payload.length} bytes`],
]
console.log(`
A notification of ${Object.keys(NOTIFICATION).length + 2} parameters, from raw bytes to verdict and text
(Node ${process.versions.node}, medians of ${ROUNDS} rounds)
`)
for (const [name, label] of LINES) console.log(row(label, middle(times[name]).toFixed(2), 'µs'))
console.log(`
${row('speed against stripe constructEvent', ratio('stripe', 'utf8'), 'x  (aim: at least 1.00)')}
${row('speed of GBK against UTF-8', ratio('utf8', 'gbk'), 'x  (aim: at least 0.50)')}
${row('time against a bare MD5', ratio('utf8', 'md5'), 'x')}
`)

function row(label: string, figure: string, unit: string): string {
  return `  ${label.padEnd(38)}${figure.padStart(7)} ${unit}`
}

function ratio(name: Contestant, to: Contestant): string {
  return middle(times[name].map((time, round) => time / (times[to][round] ?? NaN))).toFixed(2)
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

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
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
