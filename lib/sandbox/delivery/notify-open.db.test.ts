import { sign as signWith } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { messageToSign, rsa2Verify } from '../../alipay/open/sign'
import { moveTo, now } from '../clock'
import { addFault } from '../faults/fault-queue'
import { FaultOrder } from '../faults/fault-kinds'
import { advanceClock } from '../scheduler'
import { GATEWAY_KEYS } from '../testing/open-keys'
import { anApp, call, orderOf, placed, privateKey, publicKey } from '../testing/open-requests'
import { accepted, aMerchant, escrowFields, postRequest } from '../testing/requests'
import { readMessage, shopForTests } from '../testing/stub-shop'
import { logIn, pay, TEST_BUYER } from '../trade/cashier-steps'
import { findCashierTrade } from '../trade/find-trade'
import { refundTrade } from '../trade/refund-trade'

const shop = await shopForTests()

const GATEWAY_PUBLIC = publicKey(GATEWAY_KEYS.publicKey)
const DAY = 24 * 60 * 60_000
const WAP = { product_code: 'QUICK_WAP_WAY' }

async function aTrade(
  changes: Record<string, unknown> = {},
  { charset = 'utf-8', stages = [] as string[] } = {},
) {
  const merchant = await anApp({ stages })
  const order = orderOf(changes)
  const addresses = { notify_url: `${shop.url}/notify?own=1`, return_url: `${shop.url}/return?own=1` }
  const id = await placed(merchant, order, { ...addresses, charset })
  return { id, merchant, order }
}

const settle = () => advanceClock(0)
const refund = (id: string, fen: number, requestNo = 'R1') =>
  refundTrade(id, { requestNo, fen, reason: null })

function read(form: string, charset?: 'utf-8' | 'gbk') {
  const { raw, text } = readMessage(form, charset)
  return { raw, text, isGenuine: rsa2Verify(messageToSign(raw), text.sign ?? '', GATEWAY_PUBLIC) }
}
const received = (n: number) => read(shop.received[n]?.body ?? '')
const statuses = () => shop.received.map((_, n) => received(n).text.trade_status)

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as unknown

describe('A notification of the open platform', () => {
  it('of a payment has the platform’s fields, none of them empty, signed by RSA2', async () => {
    const { id, merchant, order } = await aTrade({ body: '', passback_params: 'a%3D1%26b' })
    const { tradeNo } = await logIn(id, TEST_BUYER)
    await settle()
    expect(shop.received).toEqual([]) // WAIT_BUYER_PAY is not told
    await pay(id)
    await settle()
    expect(shop.received).toHaveLength(1)
    expect(shop.received[0]).toMatchObject({
      path: '/notify?own=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded; text/html; charset=utf-8' },
    })
    const { text, isGenuine } = received(0)
    expect(isGenuine).toBe(true)
    expect(text).toEqual({
      notify_id: expect.stringMatching(/^[0-9a-f]{34}$/) as unknown,
      notify_type: 'trade_status_sync',
      notify_time: TIME,
      charset: 'utf-8',
      version: '1.0',
      sign: expect.any(String) as unknown,
      sign_type: 'RSA2',
      app_id: merchant.appId,
      auth_app_id: merchant.appId,
      trade_no: tradeNo,
      out_trade_no: order.out_trade_no,
      trade_status: 'TRADE_SUCCESS',
      buyer_id: expect.stringMatching(/^2088\d{12}$/) as unknown,
      buyer_logon_id: 'buy***@example.com',
      seller_id: merchant.partner,
      seller_email: merchant.sellerEmail,
      subject: '绿茶 "50%" / 一斤',
      passback_params: 'a%3D1%26b',
      total_amount: '88.00',
      receipt_amount: '88.00',
      invoice_amount: '88.00',
      buyer_pay_amount: '88.00',
      point_amount: '0.00',
      fund_bill_list: '[{"amount":"88.00","fundChannel":"ALIPAYACCOUNT"}]',
      gmt_create: TIME,
      gmt_payment: TIME,
    })
  })

  it('is in the charset of the request', async () => {
    const { id } = await aTrade({}, { charset: 'gbk' })
    await pay(id)
    await settle()
    const { text, isGenuine } = read(shop.received[0]?.body ?? '', 'gbk')
    expect({ isGenuine, charset: text.charset, subject: text.subject }).toEqual({
      isGenuine: true,
      charset: 'gbk',
      subject: '绿茶 "50%" / 一斤',
    })
  })

  it('of a refund in part is TRADE_SUCCESS again, with all that was refunded and the refund’s number', async () => {
    const { id } = await aTrade()
    await pay(id)
    await refund(id, 3000, 'R1')
    await refund(id, 800, 'R2')
    await settle()
    expect(statuses()).toEqual(['TRADE_SUCCESS', 'TRADE_SUCCESS', 'TRADE_SUCCESS'])
    expect(received(0).text).not.toHaveProperty('refund_fee')
    expect(received(1).text).toMatchObject({ refund_fee: '30.00', send_back_fee: '30.00', out_biz_no: 'R1' })
    const { text, isGenuine } = received(2)
    expect(isGenuine).toBe(true)
    expect(text).toMatchObject({
      refund_fee: '38.00',
      send_back_fee: '8.00',
      out_biz_no: 'R2',
      gmt_refund: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/) as unknown,
    })
    expect(text).not.toHaveProperty('gmt_close')
  })

  it('of a whole refund is TRADE_CLOSED', async () => {
    const { id } = await aTrade()
    await pay(id)
    await refund(id, 8800)
    await settle()
    expect(statuses()).toEqual(['TRADE_SUCCESS', 'TRADE_CLOSED'])
    expect(received(1).text).toMatchObject({ refund_fee: '88.00', gmt_close: TIME })
  })

  it.each([
    ['page.pay tells no closing and no end', {}, []],
    ['wap.pay tells both', WAP, ['TRADE_CLOSED', 'TRADE_FINISHED']],
  ])('by %s', async (_what, changes, expected) => {
    const unpaid = await aTrade({ ...changes, timeout_express: '1m' })
    await logIn(unpaid.id, TEST_BUYER)
    const paid = await aTrade(changes)
    await pay(paid.id)
    await settle()
    shop.received = []
    await moveTo(new Date((await now()).getTime() + 90 * DAY + 1_000))
    await settle()
    expect((await findCashierTrade(unpaid.id))?.tradeStatus).toBe('TRADE_CLOSED')
    expect((await findCashierTrade(paid.id))?.tradeStatus).toBe('TRADE_FINISHED')
    expect(statuses()).toEqual(expected)
    const answer = await call(paid.merchant, 'alipay.trade.refund', { out_trade_no: paid.order.out_trade_no, refund_amount: '88.00' }) // prettier-ignore
    expect(answer).toMatchObject({ code: '40004', sub_code: 'ACQ.TRADE_HAS_FINISHED' })
  })

  it('tells what a merchant selected, and nothing else', async () => {
    const { id } = await aTrade({}, { stages: ['WAIT_BUYER_PAY', 'TRADE_CLOSED'] })
    await pay(id)
    await refund(id, 800, 'R1')
    await refund(id, 8000, 'R2')
    await settle()
    expect(statuses()).toEqual(['WAIT_BUYER_PAY', 'TRADE_CLOSED'])
  })

  it('that is never answered success comes eight times, after 4, 10, 10 minutes and 1, 2, 6, 15 hours', async () => {
    shop.answer = { status: 200, body: 'fail' }
    const { id } = await aTrade()
    await pay(id)
    await advanceClock(2 * DAY)
    const [delivery] = (await findCashierTrade(id))?.deliveries ?? []
    const times = delivery?.attempts.map(({ at }) => at.getTime()) ?? []
    const minutes = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 60_000))
    expect(minutes).toEqual([4, 10, 10, 60, 120, 360, 900])
    expect(new Set(shop.received.map(({ body }) => body)).size).toBe(1)
  })
})

describe('A faulty notification of the open platform', () => {
  const order = (fields: Record<string, unknown>) => addFault(FaultOrder.parse(fields))

  it('is signed with SHA-1 and says so, and comes again as it should be', async () => {
    await order({ kind: 'downgrade' })
    shop.answer = { status: 200, body: 'fail' }
    const { id } = await aTrade()
    await pay(id)
    await advanceClock(4 * 60_000)
    const { raw, text, isGenuine } = received(0)
    const bytes = Buffer.from(messageToSign(raw), 'latin1')
    const sha1 = signWith('sha1', bytes, privateKey(GATEWAY_KEYS.privateKey)).toString('base64')
    expect({ isGenuine, type: text.sign_type, sign: text.sign }).toEqual({
      isGenuine: false,
      type: 'RSA',
      sign: sha1,
    })
    expect(received(1)).toMatchObject({ isGenuine: true, text: { sign_type: 'RSA2' } })
  })

  it.each([
    ['wrong-key', {}],
    ['tamper', { field: 'total_amount', value: '0.01' }],
  ])('%s has a wrong sign', async (kind, options) => {
    await order({ kind, ...options })
    const { id } = await aTrade()
    await pay(id)
    await settle()
    expect(received(0)).toMatchObject({ isGenuine: false, text: { sign_type: 'RSA2' } })
  })

  it('in another charset is the partner interface’s, and SHA-1 the open platform’s', async () => {
    await order({ kind: 'wrong-charset' })
    const { id } = await aTrade()
    await pay(id)
    await settle()
    expect(received(0).isGenuine).toBe(true)
    await order({ kind: 'downgrade' })
    const merchant = await aMerchant()
    await pay(await accepted(postRequest(escrowFields(merchant, shop.url), merchant.key)))
    await settle()
    expect(shop.received.slice(1).map(({ body }) => /sign_type=(\w+)/.exec(body)?.[1])).toEqual([
      'MD5',
      'MD5',
    ])
  })
})

describe('The return of the open platform', () => {
  it('says which order was paid with how much, signed, behind the query of its own, and no status', async () => {
    const { id, merchant, order } = await aTrade(WAP)
    const { tradeNo } = await pay(id)
    const url = (await findCashierTrade(id))?.returns[0]?.url ?? ''
    const begin = `${shop.url}/return?own=1&`
    expect(url.startsWith(begin)).toBe(true)
    const { text, isGenuine } = read(url.slice(begin.length))
    expect(isGenuine).toBe(true)
    expect(text).toEqual({
      charset: 'utf-8',
      out_trade_no: order.out_trade_no,
      method: 'alipay.trade.wap.pay.return',
      total_amount: '88.00',
      trade_no: tradeNo,
      auth_app_id: merchant.appId,
      version: '1.0',
      app_id: merchant.appId,
      seller_id: merchant.partner,
      timestamp: TIME,
      sign: expect.any(String) as unknown,
      sign_type: 'RSA2',
    })
  })
})
