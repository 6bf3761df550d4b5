import { beforeEach, describe, expect, it } from 'vitest'
import type { Merchant } from '@/generated/sandbox/client'
import { formEncode, parseForm } from '../../../alipay/params'
import { readXmlAnswer } from '../../../alipay/partner/read-xml-answer'
import { signParams } from '../../../alipay/partner/sign'
import { acceptRequest } from '../accept-request'
import { moveTo, now } from '../../clock'
import { advanceClock } from '../../scheduler'
import { addFault } from '../../faults/fault-queue'
import { findCashierTrade, reset } from '../../trade/find-trade'
import { queryTimestamp } from './query-timestamp'
import { accepted, aMerchant, directPayFields, escrowFields, type Fields, postRequest, serverFields } from '../../testing/requests' // prettier-ignore
import { logIn, pay, TEST_BUYER } from '../../trade/cashier-steps'
import { act } from '../../trade/trade-actions'

const SHOP = 'http://127.0.0.1:9' // no server; nothing here waits for a delivery

beforeEach(() => reset())

/** The answer to a merchant's server, as its program reads it. */
async function call(merchant: Merchant, service: string, changes: Fields = {}, unsigned: Fields = {}) {
  const charset = changes._input_charset === 'gbk' ? 'gbk' : 'utf-8'
  const answer = await postRequest(serverFields(merchant, service, changes), merchant.key, charset, unsigned)
  if (answer.kind !== 'answered') throw new Error(`not XML but ${JSON.stringify(answer)}`)
  return readXmlAnswer(answer.xml, merchant.key)
}
const code = async (answer: ReturnType<typeof call>) => {
  const read = await answer
  return read.kind === 'refused' ? read.code : read.kind
}

async function aTrade(changes: Fields = {}, merchantChanges: Partial<Merchant> = {}) {
  const merchant = await aMerchant(merchantChanges)
  const fields = escrowFields(merchant, SHOP, changes)
  const id = await accepted(postRequest(fields, merchant.key))
  return { merchant, id, outTradeNo: fields.get('out_trade_no') ?? '' }
}
async function aPaidTrade(changes: Fields = {}, merchantChanges: Partial<Merchant> = {}) {
  const trade = await aTrade(changes, merchantChanges)
  const { tradeNo } = await pay(trade.id)
  return { ...trade, tradeNo: tradeNo ?? '' }
}
const shipment = (tradeNo: string, changes: Fields = {}): Fields => ({
  trade_no: tradeNo,
  logistics_name: '顺丰速运',
  invoice_no: 'SF0000001',
  transport_type: 'EXPRESS',
  ...changes,
})
const SEND = 'send_goods_confirm_by_platform'
const statusOf = async (id: string) => (await findCashierTrade(id))?.tradeStatus

describe('send_goods_confirm_by_platform', () => {
  it.each(['utf-8', 'gbk'])('ships a paid trade and answers it whole and signed, in %s', async (charset) => {
    const { merchant, id, tradeNo, outTradeNo } = await aPaidTrade()
    const answer = await call(merchant, SEND, shipment(tradeNo, { _input_charset: charset }))
    if (answer.kind !== 'signed') throw new Error(answer.kind)
    expect(Object.fromEntries(answer.params)).toMatchObject({
      trade_no: tradeNo,
      out_trade_no: outTradeNo,
      trade_status: 'WAIT_BUYER_CONFIRM_GOODS',
      buyer_actions: '[REFUND,CONFIRM_GOODS]',
      total_fee: '0.01',
    })
    expect(answer.params.size).toBe(26)
    expect(await findCashierTrade(id)).toMatchObject({
      tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS',
      transportType: 'EXPRESS',
      logisticsName: '顺丰速运',
      invoiceNo: 'SF0000001',
    })
  })

  it('said twice is a success both times, and ships once', async () => {
    const { merchant, id, tradeNo } = await aPaidTrade()
    const answers = await Promise.all([1, 2, 3].map(() => code(call(merchant, SEND, shipment(tradeNo)))))
    expect(answers).toEqual(['signed', 'signed', 'signed'])
    expect(await code(call(merchant, SEND, shipment(tradeNo)))).toBe('signed')
    expect((await findCashierTrade(id))?.events.filter(({ action }) => action === 'ship')).toHaveLength(1)
  })

  it.each<[string, Fields, string]>([
    ['no trade number', { trade_no: undefined }, 'ILLEGAL_ARGUMENT'],
    ['the merchant’s own number', { trade_no: 'T123' }, 'ILLEGAL_ARGUMENT'],
    ['no carrier', { logistics_name: undefined }, 'ILLEGAL_ARGUMENT'],
    ['a carrier of 65 characters', { logistics_name: '顺'.repeat(65) }, 'ILLEGAL_ARGUMENT'],
    ['a waybill of 33 characters', { invoice_no: '1'.repeat(33) }, 'ILLEGAL_ARGUMENT'],
    ['a control character', { logistics_name: '顺\x01' }, 'ILLEGAL_ARGUMENT'],
    ['no transport type', { transport_type: undefined }, 'ILLEGAL_ARGUMENT'],
    ['an unknown transport type', { transport_type: 'DRONE' }, 'ILLEGAL_ARGUMENT'],
    ['a local address', { seller_ip: '127.0.0.1' }, 'ILLEGAL_CLIENT_IP'],
    ['a trade that nobody has', { trade_no: '2026112200000000' }, 'TRADE_NOT_EXIST'],
  ])('with %s is refused and ships nothing', async (_what, changes, expected) => {
    const { merchant, id, tradeNo } = await aPaidTrade()
    expect(await code(call(merchant, SEND, shipment(tradeNo, changes)))).toBe(expected)
    expect(await statusOf(id)).toBe('WAIT_SELLER_SEND_GOODS')
  })

  it('takes create_transport_type instead of transport_type, and a public address', async () => {
    const { merchant, tradeNo } = await aPaidTrade()
    const changes = { transport_type: undefined, create_transport_type: 'EMS', seller_ip: '121.0.26.1' }
    expect(await code(call(merchant, SEND, shipment(tradeNo, changes)))).toBe('signed')
  })

  it('is TRADE_STATUS_NOT_AVAILD before the payment, after the end, and for an instant payment', async () => {
    const { merchant, id } = await aTrade()
    const { tradeNo } = await logIn(id, TEST_BUYER)
    const ship = () => code(call(merchant, SEND, shipment(tradeNo ?? '')))
    expect(await ship()).toBe('TRADE_STATUS_NOT_AVAILD')
    await act(id, 'close')
    expect(await ship()).toBe('TRADE_STATUS_NOT_AVAILD')
    const dual = await aTrade({ service: 'trade_create_by_buyer' }, { services: ['trade_create_by_buyer'] })
    const paid = await pay(dual.id, { instant: true })
    const answer = call(dual.merchant, SEND, shipment(paid.tradeNo ?? ''))
    expect(await code(answer)).toBe('TRADE_STATUS_NOT_AVAILD')
  })

  it('[#20] of another merchant’s trade is TRADE_NOT_EXIST', async () => {
    const [{ id, tradeNo }, other] = [await aPaidTrade(), await aMerchant()]
    expect(await code(call(other, SEND, shipment(tradeNo)))).toBe('TRADE_NOT_EXIST')
    expect(await statusOf(id)).toBe('WAIT_SELLER_SEND_GOODS')
  })
})

describe('[T5.1] A server that calls is answered', () => {
  const asked = { out_trade_no: 'T1' }

  it.each<[string, Fields, Fields]>([
    ['ILLEGAL_PARTNER', { partner: '2088' }, {}],
    ['ILLEGAL_SIGN', asked, { sign: 'x' }],
    ['ILLEGAL_SIGN', asked, { out_trade_no: 'T2' }],
    ['ILLEGAL_SIGN_TYPE', asked, { sign_type: 'md5' }],
    ['ILLEGAL_SECURITY_PROFILE', asked, { sign_type: 'RSA' }],
    ['ILLEGAL_CHARSET', { ...asked, _input_charset: 'big5' }, {}],
    ['ILLEGAL_ARGUMENT', {}, {}],
    ['TRADE_NOT_EXIST', asked, {}],
  ])('%s, in XML', async (expected, changes, unsigned) => {
    expect(await code(call(await aMerchant(), 'single_trade_query', changes, unsigned))).toBe(expected)
  })

  it('ILLEGAL_ENCODING for bytes of another charset that were signed as they are', async () => {
    const merchant = await aMerchant()
    const fields = serverFields(merchant, 'single_trade_query', { out_trade_no: '绿茶' })
    const all = [...fields, ['sign', signParams(fields, merchant.key, 'gbk')], ['sign_type', 'MD5']] as const
    const query = Buffer.from('_input_charset=utf-8')
    const answer = await acceptRequest(query, Buffer.from(formEncode(all, 'gbk')))
    expect(answer.kind === 'answered' && readXmlAnswer(answer.xml, merchant.key)).toEqual({
      kind: 'refused',
      code: 'ILLEGAL_ENCODING',
    })
  })

  it('ILLEGAL_PARTNER_EXTERFACE where the contract has no escrow to ship for', async () => {
    const merchant = await aMerchant({ services: ['create_direct_pay_by_user'] })
    expect(await code(call(merchant, SEND, shipment('2026112200000000')))).toBe('ILLEGAL_PARTNER_EXTERFACE')
    expect(await code(call(merchant, 'single_trade_query', asked))).toBe('TRADE_NOT_EXIST')
  })
})

it.each([
  'RETRY',
  'EXTERFACE_IS_CLOSED',
  'ILLEGAL_TARGET_SERVICE',
  'ILLEGAL_SWITCH_SYSTEM',
  'GENERAL_FAILTURE',
])('[T5.1] %s comes by a fault that is ordered; the same call after it succeeds', async (expected) => {
  const { merchant, tradeNo } = await aPaidTrade()
  await addFault({ kind: 'refuse', code: expected, trade: tradeNo, times: 1, chance: 1 })
  expect(await code(call(merchant, SEND, shipment(tradeNo)))).toBe(expected)
  expect(await code(call(merchant, SEND, shipment(tradeNo)))).toBe('signed')
})

describe('close_trade', () => {
  it.each([
    ['trade_no', (trade: { tradeNo: string | null }) => ({ trade_no: trade.tradeNo ?? undefined })],
    [
      'out_order_no',
      (trade: { outTradeNo: string }) => ({ out_order_no: trade.outTradeNo, trade_role: 'S' }),
    ],
  ])('closes an unpaid trade by its %s', async (_name, number) => {
    const { merchant, id } = await aTrade()
    const trade = await logIn(id, TEST_BUYER)
    expect(await code(call(merchant, 'close_trade', number(trade)))).toBe('done')
    expect(await statusOf(id)).toBe('TRADE_CLOSED')
  })

  it('is refused for a trade that is paid, not yet there, another’s, or not named', async () => {
    const [{ merchant, id, tradeNo }, other] = [await aPaidTrade(), await aMerchant()]
    const unborn = await aTrade()
    const close = (by: Merchant, changes: Fields) => code(call(by, 'close_trade', changes))
    expect(await close(merchant, { trade_no: tradeNo })).toBe('TRADE_STATUS_NOT_AVAILD')
    expect(await close(other, { trade_no: tradeNo })).toBe('TRADE_NOT_EXIST')
    expect(await close(unborn.merchant, { out_order_no: unborn.outTradeNo })).toBe('TRADE_NOT_EXIST')
    expect(await close(merchant, {})).toBe('ILLEGAL_ARGUMENT')
    expect(await close(merchant, { trade_no: tradeNo, trade_role: 'X' })).toBe('ILLEGAL_ARGUMENT')
    expect(await statusOf(id)).toBe('WAIT_SELLER_SEND_GOODS')
  })
})

describe('single_trade_query', () => {
  it('tells a trade’s state in alphabetical order, without empty elements, with flags T and F', async () => {
    const { merchant, tradeNo, outTradeNo } = await aPaidTrade()
    const answer = await call(merchant, 'single_trade_query', { out_trade_no: outTradeNo })
    if (answer.kind !== 'signed') throw new Error(answer.kind)
    const names = [...answer.params.keys()]
    expect(names).toEqual([...names].sort())
    expect([...answer.params.values()]).not.toContain('')
    expect(Object.fromEntries(answer.params)).toMatchObject({
      trade_no: tradeNo,
      out_trade_no: outTradeNo,
      trade_status: 'WAIT_SELLER_SEND_GOODS',
      subject: '绿茶 & "红茶"',
      is_total_fee_adjust: 'F',
      use_coupon: 'F',
      to_seller_fee: '0.00',
      total_fee: '0.01',
    })
  })

  it('goes by trade_no where both numbers are given, and knows no trade before the login', async () => {
    const { merchant, tradeNo } = await aPaidTrade()
    const both = await call(merchant, 'single_trade_query', { trade_no: tradeNo, out_trade_no: 'nobody’s' })
    expect(both.kind).toBe('signed')
    const unborn = await aTrade()
    const asked = { out_trade_no: unborn.outTradeNo }
    expect(await code(call(unborn.merchant, 'single_trade_query', asked))).toBe('TRADE_NOT_EXIST')
  })
})

it('[#46] A trade that does not fit into the charset of the question is told in UTF-8, and says so', async () => {
  const { merchant, outTradeNo } = await aPaidTrade({ subject: '茶🍵' })
  const answer = await call(merchant, 'single_trade_query', {
    out_trade_no: outTradeNo,
    _input_charset: 'gbk',
  })
  expect(answer.kind === 'signed' && answer.params.get('subject')).toBe('茶🍵')
})

describe('query_timestamp', () => {
  const withKey = (merchant: Merchant, anti_phishing_key: string) =>
    postRequest(directPayFields(merchant, SHOP, { anti_phishing_key }), merchant.key)

  it('gives a key that is good for half a minute, for the partner who asked', async () => {
    const services = ['create_direct_pay_by_user']
    const [merchant, other] = [await aMerchant({ services }), await aMerchant({ services })]
    const answer = readXmlAnswer(await queryTimestamp(merchant.partner), merchant.key)
    if (answer.kind !== 'signed') throw new Error(answer.kind)
    const key = answer.params.get('encrypt_key') ?? ''
    expect((await withKey(merchant, key)).kind).toBe('accepted')
    expect(await withKey(other, key)).toMatchObject({ code: 'ILLEGAL_ANTI_PHISHING_KEY' })
    const later = (Number.parseInt(key, 36) + 60_000).toString(36) + key.slice(key.indexOf('-'))
    for (const forged of ['made-up', later, `${key}x`, key.slice(0, -1)])
      expect(await withKey(merchant, forged), forged).toMatchObject({ code: 'ILLEGAL_ANTI_PHISHING_KEY' })
    await moveTo(new Date((await now()).getTime() + 31_000))
    expect(await withKey(merchant, key)).toMatchObject({ code: 'ANTI_PHISHING_KEY_TIMEOUT' })
  })

  it('refuses a partner whom nobody knows', async () => {
    const failure = readXmlAnswer(await queryTimestamp('2088'), 'x')
    expect(failure).toEqual({ kind: 'refused', code: 'ILLEGAL_PARTNER' })
    expect(readXmlAnswer(await queryTimestamp(null), 'x')).toEqual(failure)
  })
})

/** The parameters of the latest notification of a trade. */
async function lastMessage(id: string) {
  const body = (await findCashierTrade(id))?.deliveries.at(-1)?.body
  const parsed = parseForm(body ?? new Uint8Array())
  if (!parsed.ok) throw new Error(parsed.code)
  return Object.fromEntries(parsed.params)
}

describe('The other payment services:', () => {
  it('create_direct_pay_by_user is finished with the payment, tells of that alone, and names itself in the return', async () => {
    const merchant = await aMerchant({ services: ['create_direct_pay_by_user'] })
    const id = await accepted(postRequest(directPayFields(merchant, SHOP), merchant.key))
    await pay(id)
    const trade = await findCashierTrade(id)
    expect(trade).toMatchObject({ tradeStatus: 'TRADE_FINISHED', totalFen: 1, instant: true })
    expect(trade?.deliveries).toHaveLength(1)
    const message = await lastMessage(id)
    expect(message).toMatchObject({ trade_status: 'TRADE_FINISHED', price: '0.01', quantity: '1' })
    expect(message).not.toHaveProperty('logistics_type')
    expect(message.gmt_payment).toBe(message.gmt_close)
    const query = new URL(trade?.returns[0]?.url ?? '').searchParams
    expect(query.get('exterface')).toBe('create_direct_pay_by_user')
    expect(query.has('gmt_payment') || query.has('price')).toBe(false)
  })

  it('an instant payment under a refundable contract is TRADE_SUCCESS, and TRADE_FINISHED three months later', async () => {
    const merchant = await aMerchant({ services: ['create_direct_pay_by_user'], refundable: true })
    const id = await accepted(postRequest(directPayFields(merchant, SHOP), merchant.key))
    await pay(id)
    expect(await findCashierTrade(id)).toMatchObject({ tradeStatus: 'TRADE_SUCCESS', gmtClose: null })
    const message = await lastMessage(id)
    expect(message).toMatchObject({ trade_status: 'TRADE_SUCCESS' })
    expect(message).toHaveProperty('gmt_payment')
    expect(message).not.toHaveProperty('gmt_close')
    const back = new URL((await findCashierTrade(id))?.returns[0]?.url ?? '').searchParams
    expect(back.get('trade_status')).toBe('TRADE_SUCCESS')
    const answer = await call(merchant, 'single_trade_query', { trade_no: message.trade_no })
    expect(answer.kind === 'signed' && answer.params.get('to_seller_fee')).toBe('0.01')
    await moveTo(new Date((await now()).getTime() + 90 * 24 * 60 * 60_000))
    await advanceClock(0)
    expect(await findCashierTrade(id)).toMatchObject({ tradeStatus: 'TRADE_FINISHED', timeoutAt: null })
    expect(await lastMessage(id)).toMatchObject({ trade_status: 'TRADE_FINISHED' })
  })

  it.each<[string, Fields]>([
    ['ILLEGAL_FEE_PARAM', { price: '0.01', quantity: '1' }],
    ['ILLEGAL_FEE_PARAM', { total_fee: undefined }],
    ['ILLEGAL_EXTER_INVOKE_IP', { exter_invoke_ip: '192.168.1.1' }],
    ['ILLEGAL_AGENT', { agent: 'me' }],
  ])('[T5.1] create_direct_pay_by_user is %s with %j', async (expected, changes) => {
    const merchant = await aMerchant({ services: ['create_direct_pay_by_user'] })
    const answer = postRequest(directPayFields(merchant, SHOP, changes), merchant.key)
    expect(await answer).toMatchObject({ code: expected })
  })

  it('trade_create_by_buyer lets the buyer choose escrow or at once', async () => {
    const service = 'trade_create_by_buyer'
    const aDualTrade = () => aTrade({ service }, { services: [service] })
    const [first, second] = [await aDualTrade(), await aDualTrade()]
    await pay(first.id, { instant: false })
    await pay(second.id, { instant: true })
    expect(await statusOf(first.id)).toBe('WAIT_SELLER_SEND_GOODS')
    expect(await statusOf(second.id)).toBe('TRADE_FINISHED')
    const message = await lastMessage(second.id)
    expect(message.gmt_payment).toBe(message.gmt_close)
    expect(message).not.toHaveProperty('gmt_send_goods')
    const escrow = await aTrade()
    await pay(escrow.id, { instant: true }) // a plain escrow trade leaves no choice
    expect(await statusOf(escrow.id)).toBe('WAIT_SELLER_SEND_GOODS')
  })

  it('[F5] create_digital_goods_trade_p needs no logistics and goes through its life without a carrier', async () => {
    const service = 'create_digital_goods_trade_p'
    const none = { logistics_type: undefined, logistics_fee: undefined, logistics_payment: undefined }
    const { merchant, id, tradeNo } = await aPaidTrade({ service, ...none }, { services: [service] })
    expect(await lastMessage(id)).not.toHaveProperty('logistics_type')
    const delivered = { logistics_name: '无需物流', transport_type: 'DIRECT', invoice_no: undefined }
    expect(await code(call(merchant, SEND, shipment(tradeNo, delivered)))).toBe('signed')
    expect((await act(id, 'confirm')).tradeStatus).toBe('TRADE_FINISHED')
  })
})
