import { generateKeyPairSync, sign as signWith } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { formatBeijingTime } from '../../../alipay/beijing-time'
import { requestToSign, rsa2Sign } from '../../../alipay/open/sign'
import { formEncode, toRaw } from '../../../alipay/params'
import { moveTo, now } from '../../clock'
import { addFault } from '../../faults/fault-queue'
import { sandboxState } from '../../state'
import { APP_KEYS } from '../../testing/open-keys'
import { anApp, call, callFields, orderOf, placed, privateKey, requestText, send, type Slips } from '../../testing/open-requests' // prettier-ignore
import { aMerchant, escrowFields, postRequest, type Fields } from '../../testing/requests'
import { requestOf } from '../../trade-request'
import { logIn, pay, TEST_BUYER } from '../../trade/cashier-steps'
import { findCashierTrade, reset } from '../../trade/find-trade'
import { acceptRequest } from '../accept-request'

type App = Awaited<ReturnType<typeof anApp>>

const QUERY = 'alipay.trade.query'
const CLOSE = 'alipay.trade.close'
const REFUND = 'alipay.trade.refund'
const REFUND_QUERY = 'alipay.trade.fastpay.refund.query'
const PRECREATE = 'alipay.trade.precreate'
const PAGE_PAY = 'alipay.trade.page.pay'

beforeEach(() => reset())

async function aTrade(changes: Record<string, unknown> = {}, app?: App) {
  const merchant = app ?? (await anApp())
  const order = orderOf(changes)
  const id = await placed(merchant, order)
  return { merchant, id, outTradeNo: String(order.out_trade_no) }
}
async function aPaidTrade(changes: Record<string, unknown> = {}) {
  const trade = await aTrade(changes)
  await pay(trade.id)
  return trade
}
const statusOf = async (id: string) => (await findCashierTrade(id))?.tradeStatus

const SUCCESS = { code: '10000', msg: 'Success' }
const NOT_EXIST = { code: '40004', msg: 'Business Failed', sub_code: 'ACQ.TRADE_NOT_EXIST' }

describe('A request of the open platform', () => {
  it('is stored with the members of biz_content, numbers as text, and is no trade yet', async () => {
    const merchant = await anApp()
    const goods_detail = [{ goods_id: '1', price: 0.5 }]
    const biz = orderOf({
      total_amount: 0.5,
      goods_detail,
      body: null,
      app_id: '1',
      notify_url: 'http://evil.example/',
    })
    const id = await placed(merchant, biz, { return_url: 'http://127.0.0.1:9/return?own=1' })
    const trade = await findCashierTrade(id)
    expect(trade).toMatchObject({ tradeStatus: null, totalFen: 50, service: PAGE_PAY, charset: 'utf-8' })
    expect(requestOf(trade!)).toEqual({
      out_trade_no: biz.out_trade_no,
      total_amount: '0.5',
      subject: '绿茶 "50%" / 一斤',
      product_code: 'FAST_INSTANT_TRADE_PAY',
      goods_detail: '[{"goods_id":"1","price":0.5}]',
      app_id: merchant.appId,
      return_url: 'http://127.0.0.1:9/return?own=1',
    })
  })

  it('is taken by GET, by POST with everything in the body, and in GBK', async () => {
    const merchant = await anApp()
    for (const charset of ['utf-8', 'gbk'] as const) {
      const fields = callFields(merchant, PAGE_PAY, orderOf(), { charset })
      const sign = rsa2Sign(requestToSign(toRaw(fields, charset)), privateKey(APP_KEYS.privateKey))
      const form = Buffer.from(formEncode([...fields, ['sign', sign]], charset))
      for (const request of [acceptRequest(form, undefined), acceptRequest(Buffer.from(''), form)]) {
        const acceptance = await request
        if (acceptance.kind !== 'accepted') throw new Error(JSON.stringify(acceptance))
        expect(requestOf((await findCashierTrade(acceptance.tradeId))!).subject).toBe('绿茶 "50%" / 一斤')
      }
    }
  })

  it('with service and method is the partner interface’s', async () => {
    const merchant = await aMerchant()
    const fields = escrowFields(merchant, 'http://127.0.0.1:9', { method: 'x' })
    expect(await postRequest(fields, merchant.key)).toMatchObject({ kind: 'accepted' })
  })

  it.each<[string, string, string, Fields]>([
    ['40002', 'isv.invalid-app-id', 'an application that nobody has', { app_id: '9021999999999999' }],
    ['40001', 'isv.missing-app-id', 'no application', { app_id: undefined }],
    ['40002', 'isv.invalid-method', 'a misspelled method', { method: 'alipay.trade.querry' }],
  ])('is refused unsigned as error_response with %s %s: %s', async (code, sub_code, _what, changes) => {
    const acceptance = await send(callFields(await anApp(), QUERY, { out_trade_no: '1' }, changes))
    if (acceptance.kind !== 'json') throw new Error(acceptance.kind)
    const answer = JSON.parse(acceptance.json.toString()) as object
    expect(answer).toEqual({ error_response: expect.objectContaining({ code, sub_code }) as unknown })
  })

  it.each<[string, string, string, Fields]>([
    ['40001', 'isv.missing-signature-type', 'no sign_type', { sign_type: undefined }],
    ['40002', 'isv.invalid-signature-type', 'the old algorithm', { sign_type: 'RSA' }],
    ['40002', 'isv.invalid-charset', 'no charset', { charset: undefined }],
    ['40001', 'isv.missing-version', 'no version', { version: undefined }],
    ['40002', 'isv.invalid-format', 'XML', { format: 'xml' }],
    ['40002', 'isv.invalid-encrypt-type', 'encryption', { encrypt_type: 'AES' }],
    ['40001', 'isv.missing-timestamp', 'no timestamp', { timestamp: undefined }],
    ['40002', 'isv.invalid-timestamp', 'a timestamp of no calendar', { timestamp: '2026-02-30 10:00:00' }],
    ['40001', 'isv.missing-parameter', 'no biz_content', { biz_content: undefined }],
    ['40002', 'isv.invalid-parameter', 'biz_content that is a list', { biz_content: '[1]' }],
    ['40002', 'isv.invalid-parameter', 'biz_content that is cut off', { biz_content: '{"a":' }],
    ['40002', 'isv.invalid-parameter', 'a NUL in biz_content', { biz_content: '{"a":"\\u0000"}' }],
    ['40002', 'isv.invalid-parameter', 'half a character in biz_content', { biz_content: '{"a":"\\ud800"}' }],
    ['40004', 'ACQ.INVALID_PARAMETER', 'no number', { biz_content: '{}' }],
  ])('is refused signed with %s %s: %s', async (code, sub_code, _what, changes) => {
    expect(await call(await anApp(), QUERY, { out_trade_no: '1' }, changes)).toMatchObject({ code, sub_code })
  })

  it('of a method that Alipay has and the sandbox has not is 40006', async () => {
    const answer = await call(await anApp(), 'alipay.fund.trans.uni.transfer', { out_biz_no: '1' })
    expect(answer).toMatchObject({ code: '40006', sub_code: 'isv.insufficient-isv-permissions' })
  })

  it('with the server’s time in place of Beijing’s is refused where the merchant is strict, and only there', async () => {
    const inUtc = { timestamp: formatBeijingTime(new Date(Date.now() - 8 * 60 * 60_000)) }
    const code = async (changes: Partial<App>, fields: Fields) =>
      (await call(await anApp(changes), QUERY, { out_trade_no: '1' }, fields)).sub_code
    expect(await code({}, inUtc)).toBe('ACQ.TRADE_NOT_EXIST')
    expect(await code({ strictTime: true }, {})).toBe('ACQ.TRADE_NOT_EXIST')
    expect(await code({ strictTime: true }, inUtc)).toBe('isv.invalid-timestamp')
  })

  it('needs the method in the contract, where the contract names any', async () => {
    const some = await anApp({ services: [PRECREATE] })
    expect(await send(callFields(some, PAGE_PAY, orderOf()))).toMatchObject({
      code: 'isv.insufficient-isv-permissions',
    })
    expect(await call(some, PRECREATE, orderOf({ product_code: undefined }))).toMatchObject(SUCCESS)
    expect(await call(some, QUERY, { out_trade_no: '1' })).toMatchObject(NOT_EXIST)
  })

  it('is refused with the code that a fault ordered, of the trade family unless it names another', async () => {
    const merchant = await anApp()
    for (const [code, expected] of [
      ['SYSTEM_ERROR', { code: '40004', sub_code: 'ACQ.SYSTEM_ERROR' }],
      ['ACQ.SELLER_BALANCE_NOT_ENOUGH', { code: '40004', sub_code: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' }],
      ['isp.unknow-error', { code: '20000', sub_code: 'isp.unknow-error' }],
    ] as const) {
      await addFault({ kind: 'refuse', code, times: 1, chance: 1 })
      expect(await call(merchant, QUERY, { out_trade_no: '1' })).toMatchObject(expected)
    }
  })

  it('that cannot be read is refused: a page for a buyer, JSON for a server', async () => {
    const query = (method: string) => Buffer.from(`method=${method}&method=${method}`)
    expect(await acceptRequest(query(PAGE_PAY), undefined)).toMatchObject({
      kind: 'refused',
      code: 'isv.invalid-parameter',
    })
    expect(await acceptRequest(query(QUERY), undefined)).toMatchObject({ kind: 'json' })
  })

  it('finds no MD5 key where the merchant has only an application', async () => {
    const merchant = await anApp({ services: ['create_partner_trade_by_buyer'] })
    const fields = escrowFields(merchant, 'http://127.0.0.1:9')
    expect(await postRequest(fields, '')).toMatchObject({ code: 'ILLEGAL_SECURITY_PROFILE' })
  })
})

describe('A wrong sign', () => {
  const withKey = (text: string) => rsa2Sign(text, privateKey(APP_KEYS.privateKey))
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const encodedText = (fields: Map<string, string>) =>
    requestText(new Map([...fields].map(([name, value]) => [name, encodeURIComponent(value)])))

  it.each<[string, RegExp, Slips]>([
    [
      'sign_type left out',
      /sign_type was left out/,
      { toSign: (fields) => requestText(new Map([...fields].filter(([name]) => name !== 'sign_type'))) },
    ],
    ['values encoded', /signed after encoding/, { toSign: encodedText }],
    [
      'not sorted',
      /unsorted/,
      {
        toSign: (fields) =>
          Array.from(fields, (pair) => pair.join('='))
            .filter((pair) => !pair.startsWith('biz'))
            .concat(`biz_content=${fields.get('biz_content')}`)
            .join('&'),
      },
    ],
    ['a blank for +', /become a blank/, { sign: (text) => withKey(text).replaceAll('+', ' ') }],
    [
      'SHA-1',
      /SHA-1 was used/,
      { sign: (text) => signWith('sha1', Buffer.from(text, 'latin1'), APP_PRIVATE).toString('base64') },
    ],
    ['cut off', /0 bytes once decoded/, { sign: () => 'x' }],
    ['another key', /another private key/, { sign: (text) => rsa2Sign(text, other) }],
    ['changed afterwards', /another text/, { unsigned: { biz_content: '{"out_trade_no":"2"}' } }],
  ])('is told with the text that was verified and its cause: %s', async (_what, cause, slips) => {
    const merchant = await anApp()
    const answer = await call(merchant, QUERY, { out_trade_no: '1', subject: 'a&b"' }, {}, slips)
    expect(answer).toMatchObject({ code: '40002', sub_code: 'isv.invalid-signature' })
    expect(answer.sub_msg).toMatch(cause)
    expect(answer.sub_msg).toContain(
      `网关生成的验签字符串为：app_id=${merchant.appId}&amp;biz_content={&quot;`,
    )
  })

  it('is a page for a buyer, which shows the text as it is', async () => {
    const merchant = await anApp()
    const refusal = await send(callFields(merchant, PAGE_PAY, orderOf()), {
      sign: (text) => rsa2Sign(text, other),
    })
    expect(refusal).toMatchObject({ kind: 'refused', code: 'isv.invalid-signature' })
    expect(refusal.kind === 'refused' && refusal.signed).toMatch(/^app_id=\d+&biz_content=\{"out_trade_no"/)
  })

  it('is missing-signature where there is none', async () => {
    const answer = await call(
      await anApp(),
      QUERY,
      { out_trade_no: '1' },
      {},
      { unsigned: { sign: undefined } },
    )
    expect(answer).toMatchObject({ code: '40001', sub_code: 'isv.missing-signature' })
  })
})

describe('An order', () => {
  it.each<[string, string, Record<string, unknown>, Fields]>([
    ['ACQ.INVALID_PARAMETER', 'a number with a hyphen', { out_trade_no: 'a-1' }, {}],
    ['ACQ.INVALID_PARAMETER', 'no amount', { total_amount: undefined }, {}],
    ['ACQ.INVALID_PARAMETER', 'an amount of nothing', { total_amount: '0.00' }, {}],
    ['ACQ.INVALID_PARAMETER', 'three decimals', { total_amount: '0.001' }, {}],
    ['ACQ.TOTAL_FEE_EXCEED', 'too much', { total_amount: '100000000.00' }, {}],
    ['ACQ.INVALID_PARAMETER', 'no subject', { subject: '' }, {}],
    ['ACQ.INVALID_PARAMETER', 'a long subject', { subject: '茶'.repeat(257) }, {}],
    ['ACQ.INVALID_PARAMETER', 'a line break', { body: 'a\nb' }, {}],
    ['ACQ.INVALID_PARAMETER', 'another product', { product_code: 'QUICK_WAP_WAY' }, {}],
    ['ACQ.INVALID_PARAMETER', 'another seller', { seller_id: '2088000000000000' }, {}],
    ['ACQ.INVALID_PARAMETER', '16 days', { timeout_express: '16d' }, {}],
    ['ACQ.INVALID_PARAMETER', 'half an hour in words', { timeout_express: '0.5h' }, {}],
    ['ACQ.INVALID_PARAMETER', 'a time that is over', { time_expire: '2020-01-01 00:00:00' }, {}],
    ['ACQ.INVALID_PARAMETER', 'a foreign address', {}, { notify_url: 'http://shop.example.com/notify' }],
  ])('is %s with %s', async (code, _what, changes, fields) => {
    const merchant = await anApp()
    expect(await send(callFields(merchant, PAGE_PAY, orderOf(changes), fields))).toMatchObject({
      kind: 'refused',
      code,
    })
  })

  it('is refused where a value looks like another parameter of a message', async () => {
    const merchant = await anApp()
    for (const name of ['subject', 'body', 'passback_params']) {
      const order = orderOf({ [name]: 'tea&total_amount=0.01' })
      expect(await send(callFields(merchant, PAGE_PAY, order))).toMatchObject({
        code: 'ACQ.INVALID_PARAMETER',
      })
    }
    expect(await placed(merchant, orderOf({ subject: 'Tom & Jerry = "1/2"' }))).toMatch(/-/)
  })

  it('is refused where GBK cannot carry its subject', async () => {
    const fields = callFields(await anApp(), PAGE_PAY, JSON.stringify(orderOf({ subject: '🍵' })).replace('🍵', '\\ud83c\\udf75'), { charset: 'gbk' }) // prettier-ignore
    expect(await send(fields)).toMatchObject({ code: 'ACQ.INVALID_PARAMETER' })
  })

  it('asked for again is the same trade, until it is paid or closed, and with the same amount and subject', async () => {
    const { merchant, id, outTradeNo } = await aTrade()
    const again = (changes = {}) =>
      send(callFields(merchant, PAGE_PAY, orderOf({ out_trade_no: outTradeNo, ...changes })))
    expect(await again({ total_amount: '89.00' })).toMatchObject({ tradeId: id }) // nobody has logged in yet
    await again()
    await logIn(id, TEST_BUYER)
    expect(await again()).toMatchObject({ tradeId: id })
    expect(await again({ total_amount: '89.00' })).toMatchObject({ code: 'ACQ.CONTEXT_INCONSISTENT' })
    expect(await again({ subject: '红茶' })).toMatchObject({ code: 'ACQ.CONTEXT_INCONSISTENT' })
    await pay(id)
    expect(await again()).toMatchObject({ code: 'ACQ.TRADE_HAS_SUCCESS' })
    const closed = await aTrade()
    await logIn(closed.id, TEST_BUYER)
    await call(closed.merchant, CLOSE, { out_trade_no: closed.outTradeNo })
    const order = orderOf({ out_trade_no: closed.outTradeNo })
    expect(await send(callFields(closed.merchant, PAGE_PAY, order))).toMatchObject({
      code: 'ACQ.TRADE_HAS_CLOSE',
    })
  })

  it('cannot be begun at the cashier once its time is over', async () => {
    const { id } = await aTrade({ timeout_express: '1m' })
    await moveTo(new Date((await now()).getTime() + 61_000))
    await expect(logIn(id, TEST_BUYER)).rejects.toMatchObject({ code: 'EXTERFACE_INVOKE_CONTEXT_EXPIRED' })
    const { id: later } = await aTrade({})
    await moveTo(new Date((await now()).getTime() + 14 * 24 * 60 * 60_000))
    expect(await logIn(later, TEST_BUYER)).toMatchObject({ tradeStatus: 'WAIT_BUYER_PAY' })
  })

  it('has the time that its merchant means, however far the sandbox’s clock is ahead', async () => {
    const inMinutes = async (minutes: number) => moveTo(new Date((await now()).getTime() + minutes * 60_000))
    await inMinutes(25 * 60)
    const time_expire = formatBeijingTime(new Date(Date.now() + 60 * 60_000))
    const { id } = await aTrade({ time_expire })
    const { id: late } = await aTrade({ time_expire })
    await inMinutes(59)
    expect(await logIn(id, TEST_BUYER)).toMatchObject({ tradeStatus: 'WAIT_BUYER_PAY' })
    await inMinutes(2)
    await expect(logIn(late, TEST_BUYER)).rejects.toMatchObject({ code: 'EXTERFACE_INVOKE_CONTEXT_EXPIRED' })
  })
})

describe('alipay.trade.precreate', () => {
  it('answers the address of the cashier at the shop’s own host', async () => {
    sandboxState().shopUrl = 'http://shop.example.com:3000'
    const merchant = await anApp()
    const order = orderOf({ product_code: undefined })
    const answer = await call(merchant, PRECREATE, order)
    expect(answer).toEqual({
      ...SUCCESS,
      out_trade_no: order.out_trade_no,
      qr_code: expect.any(String) as unknown,
    })
    const [, id = ''] =
      /^http:\/\/shop\.example\.com:3000\/sandbox\/cashier\/([0-9a-f-]{36})$/.exec(String(answer.qr_code)) ??
      []
    expect(await findCashierTrade(id)).toMatchObject({ service: PRECREATE, tradeStatus: null })
    expect(await pay(id)).toMatchObject({ tradeStatus: 'TRADE_SUCCESS' })
  })

  it('makes another code for the same order while it is unpaid, scanned or not', async () => {
    const merchant = await anApp()
    const order = orderOf({ product_code: undefined, timeout_express: '20h' })
    const codeOf = async () => String((await call(merchant, PRECREATE, order)).qr_code)
    const first = await codeOf()
    await moveTo(new Date((await now()).getTime() + 3 * 60 * 60_000))
    const second = await codeOf()
    const id = second.slice(-36)
    await logIn(id, TEST_BUYER)
    expect(new Set([first, second, await codeOf()]).size).toBe(1)
    expect(await pay(id)).toMatchObject({ tradeStatus: 'TRADE_SUCCESS' })
    expect(await call(merchant, PRECREATE, order)).toMatchObject({ sub_code: 'ACQ.TRADE_HAS_SUCCESS' })
  })
})

describe('alipay.trade.query', () => {
  it('knows no trade until the buyer has logged in, then tells its state', async () => {
    const { merchant, id, outTradeNo } = await aTrade()
    expect(await call(merchant, QUERY, { out_trade_no: outTradeNo })).toMatchObject(NOT_EXIST)
    const { tradeNo } = await logIn(id, '13800138000')
    const unpaid = await call(merchant, QUERY, { out_trade_no: outTradeNo })
    expect(unpaid).toMatchObject({ ...SUCCESS, trade_status: 'WAIT_BUYER_PAY', receipt_amount: '0.00', buyer_logon_id: '138****8000' }) // prettier-ignore
    expect(unpaid).not.toHaveProperty('send_pay_date')
    await pay(id)
    expect(await call(merchant, QUERY, { trade_no: tradeNo, out_trade_no: 'another' })).toEqual({
      ...SUCCESS,
      trade_no: tradeNo,
      out_trade_no: outTradeNo,
      trade_status: 'TRADE_SUCCESS',
      total_amount: '88.00',
      receipt_amount: '88.00',
      buyer_pay_amount: '88.00',
      invoice_amount: '88.00',
      point_amount: '0.00',
      buyer_logon_id: '138****8000',
      buyer_user_id: expect.stringMatching(/^2088\d{12}$/) as unknown,
      send_pay_date: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as unknown,
      fund_bill_list: [{ fund_channel: 'ALIPAYACCOUNT', amount: '88.00' }],
    })
  })

  it('knows neither another merchant’s trades nor those of escrow', async () => {
    const { outTradeNo, merchant } = await aPaidTrade()
    expect(await call(await anApp(), QUERY, { out_trade_no: outTradeNo })).toMatchObject(NOT_EXIST)
    const both = await anApp({
      key: 'sandboxtestkey0123456789abcdefgh',
      services: ['create_partner_trade_by_buyer'],
    })
    const fields = escrowFields(both, 'http://127.0.0.1:9')
    const escrow = await postRequest(fields, both.key)
    await pay(escrow.kind === 'accepted' ? escrow.tradeId : '')
    expect(await call(both, QUERY, { out_trade_no: fields.get('out_trade_no') })).toMatchObject(NOT_EXIST)
    expect(await call(merchant, QUERY, { out_trade_no: outTradeNo })).toMatchObject(SUCCESS)
  })
})

describe('alipay.trade.close', () => {
  it('closes an unpaid trade, and no other', async () => {
    const { merchant, id, outTradeNo } = await aTrade()
    const close = () => call(merchant, CLOSE, { out_trade_no: outTradeNo })
    expect(await close()).toMatchObject(NOT_EXIST)
    const { tradeNo } = await logIn(id, TEST_BUYER)
    expect(await close()).toEqual({ ...SUCCESS, trade_no: tradeNo, out_trade_no: outTradeNo })
    expect(await statusOf(id)).toBe('TRADE_CLOSED')
    expect(await close()).toMatchObject({ code: '40004', sub_code: 'ACQ.TRADE_STATUS_ERROR' })
    const paid = await aPaidTrade()
    const answer = await call(paid.merchant, CLOSE, { out_trade_no: paid.outTradeNo })
    expect(answer).toMatchObject({ code: '40004', sub_code: 'ACQ.TRADE_STATUS_ERROR' })
    expect(await statusOf(paid.id)).toBe('TRADE_SUCCESS')
  })
})

describe('alipay.trade.refund', () => {
  const refund = (merchant: App, out_trade_no: string, refund_amount: string, out_request_no?: string) =>
    call(merchant, REFUND, { out_trade_no, refund_amount, out_request_no, refund_reason: '不要了' })

  it('refunds in parts, once each, and tells what was refunded in all', async () => {
    const { merchant, id, outTradeNo } = await aPaidTrade()
    expect(await refund(merchant, outTradeNo, '30.00', 'R1')).toMatchObject({ ...SUCCESS, fund_change: 'Y', refund_fee: '30.00', send_back_fee: '30.00' }) // prettier-ignore
    expect(await refund(merchant, outTradeNo, '8', 'R2')).toMatchObject({ fund_change: 'Y', refund_fee: '38.00', send_back_fee: '8.00' }) // prettier-ignore
    const repeated = await refund(merchant, outTradeNo, '30.00', 'R1')
    expect(repeated).toMatchObject({ ...SUCCESS, fund_change: 'N', refund_fee: '38.00' })
    expect(repeated).not.toHaveProperty('send_back_fee')
    expect(await refund(merchant, outTradeNo, '31.00', 'R1')).toMatchObject({ code: '40004', sub_code: 'ACQ.DISCORDANT_REPEAT_REQUEST' }) // prettier-ignore
    expect(await refund(merchant, outTradeNo, '50.01', 'R3')).toMatchObject({ code: '40004', sub_code: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL' }) // prettier-ignore
    expect(await statusOf(id)).toBe('TRADE_SUCCESS')
    expect(await refund(merchant, outTradeNo, '50.00', 'R4')).toMatchObject({
      fund_change: 'Y',
      refund_fee: '88.00',
    })
    expect(await statusOf(id)).toBe('TRADE_CLOSED')
    expect(await refund(merchant, outTradeNo, '8.00', 'R2')).toMatchObject({
      fund_change: 'N',
      refund_fee: '88.00',
    })
    expect(await refund(merchant, outTradeNo, '0.01', 'R5')).toMatchObject({
      sub_code: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
    })
  })

  it('of all needs no number of its own; a part does', async () => {
    const { merchant, id, outTradeNo } = await aPaidTrade()
    expect(await refund(merchant, outTradeNo, '1.00')).toMatchObject({ sub_code: 'ACQ.INVALID_PARAMETER' })
    expect(await refund(merchant, outTradeNo, '88.00')).toMatchObject({
      fund_change: 'Y',
      refund_fee: '88.00',
    })
    expect(await refund(merchant, outTradeNo, '88.00')).toMatchObject({ fund_change: 'N' })
    expect((await findCashierTrade(id))?.refunds).toMatchObject([
      { requestNo: outTradeNo, fen: 8800, reason: '不要了' },
    ])
  })

  it.each(['0', '-1.00', '0.001', ''])('of the amount “%s” is refused', async (amount) => {
    const { merchant, outTradeNo } = await aPaidTrade()
    expect(await refund(merchant, outTradeNo, amount, 'R1')).toMatchObject({
      sub_code: 'ACQ.INVALID_PARAMETER',
    })
  })

  it('is refused before the payment, of a closed trade and of a finished one', async () => {
    const { merchant, id, outTradeNo } = await aTrade()
    expect(await refund(merchant, outTradeNo, '1.00', 'R1')).toMatchObject(NOT_EXIST)
    await logIn(id, TEST_BUYER)
    expect(await refund(merchant, outTradeNo, '1.00', 'R1')).toMatchObject({
      sub_code: 'ACQ.TRADE_STATUS_ERROR',
    })
    await call(merchant, CLOSE, { out_trade_no: outTradeNo })
    expect(await refund(merchant, outTradeNo, '1.00', 'R1')).toMatchObject({
      sub_code: 'ACQ.TRADE_STATUS_ERROR',
    })
  })

  it('fifty times at once with one number moves the money once, and with fifty numbers never too much', async () => {
    const { merchant, id, outTradeNo } = await aPaidTrade()
    const same = await Promise.all(
      Array.from({ length: 25 }, () => refund(merchant, outTradeNo, '8.00', 'R1')),
    )
    expect(same.filter(({ fund_change }) => fund_change === 'Y')).toHaveLength(1)
    expect(same.filter(({ fund_change }) => fund_change === 'N')).toHaveLength(24)
    const others = await Promise.all(
      Array.from({ length: 15 }, (_, n) => refund(merchant, outTradeNo, '8.00', `S${n}`)),
    )
    expect(others.filter(({ fund_change }) => fund_change === 'Y')).toHaveLength(10)
    expect(await findCashierTrade(id)).toMatchObject({ refundedFen: 8800, tradeStatus: 'TRADE_CLOSED' })
  })

  it('is done though its answer is lost, and said again it is known', async () => {
    const { merchant, outTradeNo } = await aPaidTrade()
    await addFault({ kind: 'lose-answer', trade: outTradeNo, times: 1, chance: 1 })
    const biz = { out_trade_no: outTradeNo, refund_amount: '1.00', out_request_no: 'R1' }
    expect(await send(callFields(merchant, QUERY, { out_trade_no: outTradeNo }))).toMatchObject({
      kind: 'json',
    })
    expect(await send(callFields(merchant, REFUND, biz))).toEqual({ kind: 'lost' })
    expect(await call(merchant, REFUND, biz)).toMatchObject({ fund_change: 'N', refund_fee: '1.00' })
  })
})

describe('alipay.trade.fastpay.refund.query', () => {
  it('tells a refund that was made, and of another one nothing, with success', async () => {
    const { merchant, outTradeNo } = await aPaidTrade()
    const ask = (out_request_no?: string) =>
      call(merchant, REFUND_QUERY, { out_trade_no: outTradeNo, out_request_no })
    expect(await ask('R1')).toEqual(SUCCESS)
    await call(merchant, REFUND, { out_trade_no: outTradeNo, refund_amount: '30.00', out_request_no: 'R1' })
    expect(await ask('R1')).toMatchObject({
      ...SUCCESS,
      out_trade_no: outTradeNo,
      out_request_no: 'R1',
      total_amount: '88.00',
      refund_amount: '30.00',
      refund_status: 'REFUND_SUCCESS',
    })
    expect(await ask()).toMatchObject({ sub_code: 'ACQ.INVALID_PARAMETER' })
    const answer = await call(merchant, REFUND_QUERY, { out_trade_no: 'T0', out_request_no: 'R1' })
    expect(answer).toMatchObject(NOT_EXIST)
  })
})

const APP_PRIVATE = privateKey(APP_KEYS.privateKey)
