import { describe, expect, it } from 'vitest'
import { type Charset } from '../../alipay/charset'
import { md5Sign } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import { advanceClock } from '../scheduler'
import { db } from '../db'
import { FaultOrder } from './fault-kinds'
import { addFault, clearFaults, listFaults } from './fault-queue'
import { takeRefusal } from './faults'
import { findCashierTrade, reset } from '../trade/find-trade'
import { accepted, aMerchant, escrowFields, type Fields, postRequest, serverFields } from '../testing/requests' // prettier-ignore
import { readMessage, shopForTests } from '../testing/stub-shop'
import { logIn, pay, TEST_BUYER } from '../trade/cashier-steps'
import { act } from '../trade/trade-actions'
import { verifyNotifyId } from '../requests/partner/verify-notify-id'

const MINUTE = 60_000

const shop = await shopForTests()

const order = (fields: Record<string, unknown>) => addFault(FaultOrder.parse(fields))

async function aTrade(charset: Charset = 'utf-8', changes: Fields = {}) {
  const merchant = await aMerchant()
  const fields = escrowFields(merchant, shop.url, { _input_charset: charset, ...changes })
  return { id: await accepted(postRequest(fields, merchant.key, charset)), merchant }
}

const trade = async (id: string) => (await findCashierTrade(id)) ?? expect.fail('there is no such trade')

/** The attempts so far, with what a fault did. */
const attempts = async (id: string) =>
  (await trade(id)).deliveries.map((delivery) =>
    delivery.attempts.map(({ status, body, fault }) => [status, body, fault]),
  )

/** Attempts all that is due. */
const settle = () => advanceClock(0)

const received = (n: number, charset?: Charset) => readMessage(shop.received[n]?.body ?? '', charset)

const isSignedWith = (n: number, key: string) => {
  const { raw } = received(n)
  return md5Sign(stringToSign(raw), key) === raw.get('sign')
}

const states = () => shop.received.map((_, n) => received(n).text.trade_status)

const OK = [200, 'success', null]

describe('A notification', () => {
  it('[#49] is posted several times at once, and each answer is kept', async () => {
    await order({ kind: 'duplicate', copies: 3 })
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle()
    expect(new Set(shop.received.map(({ body }) => body)).size).toBe(1)
    expect(await attempts(id)).toEqual([Array(3).fill([200, 'success', 'duplicate: 3 at once'])])
  })

  it('is posted later, and the next one before it', async () => {
    await order({ kind: 'delay', by: '1h' })
    const { id } = await aTrade()
    await pay(id)
    await advanceClock(59 * MINUTE)
    expect(states()).toEqual(['WAIT_SELLER_SEND_GOODS'])
    await advanceClock(MINUTE)
    expect(states()).toEqual(['WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_PAY'])
    expect((await attempts(id))[0]).toEqual([[null, '(held back)', 'delay: 1h'], OK])
  })

  it('[F12] is lost on the way, and sent again by the schedule', async () => {
    await order({ kind: 'drop', times: 2 })
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await advanceClock(11 * MINUTE)
    expect(shop.received).toEqual([])
    await advanceClock(MINUTE)
    const lost = [null, '(never sent)', 'drop']
    expect(await attempts(id)).toEqual([[lost, lost, OK]])
  })

  it('[#51] comes after the trade’s next one', async () => {
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle()
    await order({ kind: 'reorder' })
    await pay(id)
    await settle()
    await act(id, 'ship')
    await settle()
    expect(states()).toEqual(['WAIT_BUYER_PAY', 'WAIT_BUYER_CONFIRM_GOODS', 'WAIT_SELLER_SEND_GOODS'])
  })

  it('[#3] has a field changed after signing, and is genuine at the next attempt', async () => {
    await order({ kind: 'tamper', field: 'total_fee', value: '9.99' })
    const { id, merchant } = await aTrade()
    shop.answer = { status: 200, body: 'fail' }
    await logIn(id, TEST_BUYER)
    await settle()
    shop.answer = { status: 200, body: 'success' }
    await advanceClock(2 * MINUTE)
    expect([0, 1].map((n) => received(n).text.total_fee)).toEqual(['9.99', '0.01'])
    expect([0, 1].map((n) => isSignedWith(n, merchant.key))).toEqual([false, true])
    expect(await attempts(id)).toEqual([[[200, 'fail', 'tamper: total_fee 0.01 → 9.99'], OK]])
  })

  it('in GBK gets a value that GBK cannot carry as ?, and one picked by the seed where none is named', async () => {
    await order({ kind: 'tamper', field: 'subject', value: '茶😀' })
    await order({ kind: 'tamper', seed: 1 })
    const { id } = await aTrade('gbk')
    shop.answer = { status: 200, body: 'fail' }
    await logIn(id, TEST_BUYER)
    await advanceClock(10 * MINUTE)
    expect(received(0, 'gbk').text.subject).toBe('茶?')
    expect((await attempts(id))[0]?.[1]?.[2]).toMatch(/^tamper: \w+ .* → ./)
  })

  it('is signed with another key, which nobody is shown', async () => {
    await order({ kind: 'wrong-key' })
    const { id, merchant } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle()
    expect(isSignedWith(0, merchant.key)).toBe(false)
    expect(received(0).text.subject).toBe('绿茶 & "红茶"')
    expect(JSON.stringify([await attempts(id), await listFaults()], asText)).not.toContain(merchant.key)
  })

  it.each([
    ['utf-8', 'gbk', '绿茶 & "红茶" ?'],
    ['gbk', 'utf-8', '绿茶'],
  ] as const)('[#42] of a trade in %s is encoded and signed in %s', async (charset, other, subject) => {
    await order({ kind: 'wrong-charset' })
    const { id, merchant } = await aTrade(charset, { subject: subject.replace('?', '😀') })
    await logIn(id, TEST_BUYER)
    await settle()
    expect(received(0, other).text.subject).toBe(subject)
    expect(isSignedWith(0, merchant.key)).toBe(true)
  })

  it('waits before it is posted', async () => {
    await order({ kind: 'slow', milliseconds: 30 })
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle()
    const [attempt] = (await trade(id)).deliveries[0]?.attempts ?? []
    expect(attempt?.milliseconds).toBeGreaterThanOrEqual(29)
    expect(attempt).toMatchObject({ status: 200, fault: 'slow: 30 ms' })
  })

  it('[T5.3] of a payment waits until the shop has asked about the return', async () => {
    await order({ kind: 'return-before-notify', wait: '1h' })
    const { id, merchant } = await aTrade()
    await pay(id)
    await advanceClock(30 * MINUTE)
    expect(states()).toEqual(['WAIT_BUYER_PAY'])
    await verifyNotifyId(merchant.partner, (await trade(id)).returns[0]?.notifyId ?? '')
    await advanceClock(2_000)
    expect(states()).toEqual(['WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS'])
  })

  it('or, where the buyer never comes back, for so long and not again', async () => {
    await order({ kind: 'return-before-notify', wait: '1h', times: 2 })
    const { id } = await aTrade()
    await pay(id)
    await advanceClock(60 * MINUTE)
    expect(states()).toEqual(['WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS'])
  })

  it.each(['duplicate', 'tamper', 'wrong-key', 'wrong-charset', 'slow', 'delay'])(
    '[#71] goes to no other host by the fault %s',
    async (kind) => {
      const { id, merchant } = await aTrade()
      await db().merchant.update({ where: { partner: merchant.partner }, data: { allowedHosts: [] } })
      await order({ kind, milliseconds: 0, by: '1m' })
      await logIn(id, TEST_BUYER)
      await advanceClock(MINUTE)
      expect(shop.received).toEqual([])
      expect((await attempts(id))[0]?.at(-1)?.[1]).toBe('(host not allowed)')
    },
  )
})

describe('notify_verify', () => {
  const aNotification = async () => {
    shop.answer = { status: 200, body: 'fail' }
    const { id, merchant } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle()
    return { id, merchant, notifyId: (await trade(id)).deliveries[0]?.notifyId ?? '' }
  }

  it('[#18] is down once, and then answers', async () => {
    const { id, merchant, notifyId } = await aNotification()
    await order({ kind: 'verify-down' })
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('down')
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('true')
    expect((await attempts(id))[0]?.[1]).toEqual([null, '(notify_verify answered nothing)', 'verify-down'])
  })

  it('says false of a genuine notify_id, and not of a made-up one, which is no lie', async () => {
    const { merchant, notifyId } = await aNotification()
    await order({ kind: 'verify-lies' })
    expect(await verifyNotifyId(merchant.partner, 'made-up')).toBe('false')
    expect((await listFaults())[0]).toMatchObject({ times: 1 })
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('false')
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('true')
  })

  it('says true of a made-up one', async () => {
    const { merchant } = await aNotification()
    await order({ kind: 'verify-lies', says: 'true' })
    expect(await verifyNotifyId(merchant.partner, 'made-up')).toBe('true')
    expect(await verifyNotifyId(merchant.partner, 'made-up')).toBe('false')
    expect(await verifyNotifyId('2088000000000000', 'made-up')).toBe('invalid')
  })
})

describe('A fault', () => {
  it('is of one trade, by either of its numbers, or of all', async () => {
    const [one, two] = [await aTrade(), await aTrade()]
    const { tradeNo } = await logIn(two.id, TEST_BUYER)
    await settle()
    await order({ kind: 'drop', trade: (await trade(one.id)).outTradeNo })
    await order({ kind: 'drop', trade: tradeNo })
    await logIn(one.id, TEST_BUYER)
    await act(two.id, 'close')
    await settle()
    expect((await attempts(one.id))[0]?.[0]).toEqual([null, '(never sent)', 'drop'])
    expect((await attempts(two.id))[1]?.[0]).toEqual([null, '(never sent)', 'drop'])
    const other = await aTrade()
    await logIn(other.id, TEST_BUYER)
    await settle()
    expect(await attempts(other.id)).toEqual([[OK]])
  })

  it('with the same seed picks the same field and happens at the same attempts', async () => {
    const run = async (seed: number) => {
      await reset()
      shop.answer = { status: 200, body: 'fail' }
      await order({ kind: 'tamper', seed, chance: 0.5, times: 100 })
      const { id } = await aTrade()
      await logIn(id, TEST_BUYER)
      await advanceClock(25 * 60 * MINUTE)
      return (await attempts(id))[0]?.map(([, , fault]) => /^tamper: \w+/.exec(String(fault))?.[0])
    }
    const first = await run(7)
    expect(await run(7)).toEqual(first)
    expect(await run(8)).not.toEqual(first)
    expect(new Set(first).size).toBeGreaterThan(2) // some attempts are correct, and the field varies
  })

  it('is told with what it did, and is gone after clearing or a reset', async () => {
    const { id } = await aTrade()
    await order({ kind: 'drop', times: 2 })
    await logIn(id, TEST_BUYER)
    await settle()
    const [fault] = await listFaults()
    expect(fault).toMatchObject({ times: 1, done: [expect.stringContaining((await trade(id)).outTradeNo)] })
    await clearFaults()
    expect(await listFaults()).toEqual([])
    await order({ kind: 'drop' })
    await reset()
    expect(await listFaults()).toEqual([])
  })

  it('refuses the gateway’s next request with its code, that trade’s or any', async () => {
    await order({ kind: 'refuse', code: 'RETRY', trade: 'T1' })
    expect(await takeRefusal('T2', undefined)).toBeUndefined()
    expect(await takeRefusal('T1', undefined)).toBe('RETRY')
    expect(await takeRefusal('T1', undefined)).toBeUndefined()
    await order({ kind: 'refuse', code: 'ILLEGAL_DYN_MD5_KEY' })
    expect(await takeRefusal(undefined, '2026')).toBe('ILLEGAL_DYN_MD5_KEY')
  })

  it('happens no more often than ordered, however many ask at once', async () => {
    await order({ kind: 'refuse', code: 'RETRY', times: 3 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeRefusal('T1', undefined)))
    expect(answers.filter((answer) => answer === 'RETRY')).toHaveLength(3)
  })

  it.each([
    { kind: 'explode' },
    { kind: 'drop', times: 0 },
    { kind: 'drop', chance: 1.1 },
    { kind: 'delay', by: 'long' },
    { kind: 'slow', milliseconds: 15_001 },
    { kind: 'refuse', code: '<b>' },
    { kind: 'tamper', field: 'a\nb' },
  ])('cannot be %o', (fields) => expect(FaultOrder.safeParse(fields).success).toBe(false))
})

const asText = (_name: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

describe('The answer to a merchant’s server', () => {
  it('is lost after the goods were shipped or the trade was closed, and only then', async () => {
    const { id, merchant } = await aTrade()
    const { tradeNo, outTradeNo } = await pay(id)
    const send = (service: string, fields: Fields) =>
      postRequest(serverFields(merchant, service, fields), merchant.key)
    const shipment = { trade_no: tradeNo ?? '', logistics_name: '顺丰速运', transport_type: 'EXPRESS' }
    await order({ kind: 'lose-answer', trade: outTradeNo })
    expect(await send('single_trade_query', { trade_no: tradeNo ?? '' })).toMatchObject({ kind: 'answered' })
    expect(
      await send('send_goods_confirm_by_platform', { ...shipment, transport_type: 'DRONE' }),
    ).toMatchObject({ kind: 'answered' })
    expect((await trade(id)).tradeStatus).toBe('WAIT_SELLER_SEND_GOODS')
    expect(await send('send_goods_confirm_by_platform', shipment)).toEqual({ kind: 'lost' })
    expect((await trade(id)).tradeStatus).toBe('WAIT_BUYER_CONFIRM_GOODS')
    expect(await send('send_goods_confirm_by_platform', shipment)).toMatchObject({ kind: 'answered' })
  })
})
