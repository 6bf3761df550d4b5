import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatBeijingTime } from '../../alipay/beijing-time'
import { md5Sign } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import { now } from '../clock'
import { advanceClock } from '../scheduler'
import { deliverDue, recover, resend, untilDelivered } from './delivery-queue'
import { db } from '../db'
import { deliveryState, describeTrade, isBeingSent } from '../trade/describe-trade'
import { FaultOrder } from '../faults/fault-kinds'
import { addFault } from '../faults/fault-queue'
import { findCashierTrade } from '../trade/find-trade'
import { sandboxState } from '../state'
import { accepted, aMerchant, escrowFields, type Fields, postRequest } from '../testing/requests'
import { readMessage, shopForTests } from '../testing/stub-shop'
import { logIn, pay, TEST_BUYER } from '../trade/cashier-steps'
import { verifyNotifyId } from '../requests/partner/verify-notify-id'

const MINUTE = 60_000

const shop = await shopForTests()

async function aTrade(changes: Fields = {}, charset: 'utf-8' | 'gbk' = 'utf-8', merchantChanges = {}) {
  const merchant = await aMerchant(merchantChanges)
  const fields = escrowFields(merchant, shop.url, { _input_charset: charset, ...changes })
  return { merchant, id: await accepted(postRequest(fields, merchant.key, charset)) }
}

async function trade(id: string) {
  const found = await findCashierTrade(id)
  if (!found) throw new Error('there is no such trade')
  return found
}

/** The parameters of the nth message received. */
const received = (n: number, charset?: 'utf-8' | 'gbk') => readMessage(shop.received[n]?.body ?? '', charset)

const isSettled = async (id: string) =>
  (await trade(id)).deliveries.every((delivery) => deliveryState(delivery) === 'delivered')

async function settle(id: string) {
  await advanceClock(0)
  await expect.poll(() => isSettled(id)).toBe(true)
}

describe('A notification', () => {
  it.each(['utf-8', 'gbk'] as const)(
    '[F11] in %s is posted with the header of old and signed over its bytes',
    async (charset) => {
      const { merchant, id } = await aTrade({}, charset)
      await pay(id)
      await settle(id)
      const { headers } = shop.received[1] ?? {}
      expect(headers).toMatchObject({
        'content-type': `application/x-www-form-urlencoded; text/html; charset=${charset}`,
        'user-agent': 'Mozilla/4.0',
      })
      const { raw, text } = received(1, charset)
      expect(md5Sign(stringToSign(raw), merchant.key)).toBe(text.sign)
      expect(text).toMatchObject({
        subject: '绿茶 & "红茶"',
        sign_type: 'MD5',
        notify_type: 'trade_status_sync',
      })
    },
  )

  it('of the trade coming into being has no logistics, no receiver, and is_total_fee_adjust=Y', async () => {
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle(id)
    expect(Object.keys(received(0).text).sort()).toEqual(
      [
        ...[
          'buyer_email',
          'buyer_id',
          'discount',
          'gmt_create',
          'is_total_fee_adjust',
          'notify_id',
          'notify_time',
        ],
        ...[
          'notify_type',
          'out_trade_no',
          'payment_type',
          'price',
          'quantity',
          'seller_email',
          'seller_id',
          'sign',
        ],
        ...['sign_type', 'subject', 'total_fee', 'trade_no', 'trade_status', 'use_coupon'],
      ].sort(),
    )
    expect(received(0).text).toMatchObject({
      trade_status: 'WAIT_BUYER_PAY',
      is_total_fee_adjust: 'Y',
      use_coupon: 'N',
    })
  })

  it('of the payment has them, the time of the payment, and no actions', async () => {
    const { id } = await aTrade()
    await pay(id)
    await settle(id)
    const { text } = received(1)
    const { gmtPayment, tradeNo } = await trade(id)
    expect(text).toMatchObject({
      trade_status: 'WAIT_SELLER_SEND_GOODS',
      is_total_fee_adjust: 'N',
      trade_no: tradeNo,
      logistics_type: 'EXPRESS',
      receive_name: '张三',
      gmt_payment: gmtPayment && formatBeijingTime(gmtPayment),
    })
    expect(
      Object.keys(text).filter((name) => /actions$|^refund|^gmt_(send|refund|close)/.test(name)),
    ).toEqual([])
  })

  it('[F13] goes out only for the stages that the merchant has selected', async () => {
    const { id } = await aTrade({}, 'utf-8', { stages: ['WAIT_SELLER_SEND_GOODS'] })
    await pay(id)
    await settle(id)
    expect(shop.received.map((_, n) => received(n).text.trade_status)).toEqual(['WAIT_SELLER_SEND_GOODS'])
  })

  it('is posted once by many couriers at work at the same time', async () => {
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await Promise.all(Array.from({ length: 8 }, () => deliverDue()))
    await settle(id)
    expect(shop.received).toHaveLength(1)
  })

  it('[F12] is sent 8 times in 24 h 22 min, the same bytes each time, and no more', async () => {
    shop.answer = { status: 200, body: 'fail' }
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await advanceClock(25 * 60 * MINUTE)
    const [delivery] = (await trade(id)).deliveries
    const times = delivery?.attempts.map(({ at }) => at.getTime()) ?? []
    const waits = times.slice(1).map((time, n) => Math.round((time - (times[n] ?? 0)) / MINUTE))
    expect(waits).toEqual([2, 10, 10, 60, 120, 360, 900])
    expect(new Set(shop.received.map(({ body }) => body)).size).toBe(1)
    expect(delivery && deliveryState(delivery)).toBe('given_up')
  })

  it.each([
    ['a byte order mark', { status: 200, body: '\ufeffsuccess' }],
    ['a NUL in it', { status: 200, body: 'suc\0cess' }],
    ['more behind a thousand blanks', { status: 200, body: `success${' '.repeat(1_100)}<html>` }],
    ['capitals', { status: 200, body: 'Success' }],
    ['HTML', { status: 200, body: '<p>success</p>' }],
    ['a redirect', { status: 302, body: 'success', headers: { location: '/elsewhere' } }],
    ['an error', { status: 500, body: 'success' }],
  ])('[T5.2F] answered success with %s is sent again', async (_what, answer) => {
    shop.answer = answer
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await advanceClock(0)
    await expect.poll(async () => (await trade(id)).deliveries[0]?.attempts.length).toBe(1)
    expect(await isSettled(id)).toBe(false)
    shop.answer = { status: 200, body: 'success' }
    await advanceClock(2 * MINUTE)
    expect(await isSettled(id)).toBe(true)
    expect(shop.received.map(({ path }) => path)).toEqual(['/notify', '/notify'])
  })

  it('[T5.2F] answered success with blank space around it is delivered, and shows that there was more', async () => {
    shop.answer = { status: 200, body: '\r\n\r\nsuccess\n' }
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle(id)
    const [delivery] = describeTrade(await trade(id)).deliveries
    expect(delivery).toMatchObject({ state: 'delivered' })
    expect(delivery?.attempts).toMatchObject([{ body: '\r\n\r\nsuccess\n' }])
    expect(delivery?.attempts[0]?.note).toContain('12 bytes')
    shop.answer = { status: 200, body: 'success' }
    await resend(delivery?.id ?? '')
    expect(describeTrade(await trade(id)).deliveries[0]?.attempts[1]).toMatchObject({ note: null })
  })

  it('is posted to the query of a notify_url as it is, in a body that does not hold it', async () => {
    const { id, merchant } = await aTrade({ notify_url: `${shop.url}/respond.php?code=alipay&x=%C2%CC` })
    await logIn(id, TEST_BUYER)
    await settle(id)
    expect(shop.received[0]?.path).toBe('/respond.php?code=alipay&x=%C2%CC')
    const { raw, text } = received(0)
    expect(raw.has('code')).toBe(false)
    expect(md5Sign(stringToSign(raw), merchant.key)).toBe(text.sign)
  })

  it.each([
    ['http://10.0.0.1/notify', '10.0.0.1', 'address not allowed: 10.0.0.1'],
    ['http://[::ffff:169.254.169.254]/', '[::ffff:a9fe:a9fe]', 'address not allowed: ::ffff:a9fe:a9fe'],
    ['http://0.0.0.0:5432/', '0.0.0.0', 'address not allowed: 0.0.0.0'],
  ])('[#71] is not posted to %s, even where the list has it', async (url, host, why) => {
    const { merchant, id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle(id) // else the queue, already woken, would post to the old address by the new list
    await db().merchant.update({ where: { partner: merchant.partner }, data: { allowedHosts: [host] } })
    await db().delivery.updateMany({ where: { tradeId: id }, data: { url } })
    await resend((await trade(id)).deliveries[0]?.id ?? '')
    expect((await trade(id)).deliveries[0]?.attempts.at(-1)?.body).toBe(`(${why})`)
  })

  it('goes on after a courier has died with it in hand', async () => {
    shop.answer = { status: 200, body: 'fail' }
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await advanceClock(0)
    await expect.poll(async () => (await trade(id)).deliveries[0]?.attempts.length).toBe(1)
    const deadSince = { nextAttemptAt: await now(), claimedUntil: new Date(Date.now() - 1) }
    await db().delivery.updateMany({ where: { tradeId: id }, data: deadSince })
    shop.answer = { status: 200, body: 'success' }
    await deliverDue()
    await expect.poll(() => isSettled(id)).toBe(true)
  })

  it('[#71] is not posted to a host that was taken off the list', async () => {
    const { merchant, id } = await aTrade()
    await db().merchant.update({ where: { partner: merchant.partner }, data: { allowedHosts: [] } })
    await logIn(id, TEST_BUYER)
    await advanceClock(0)
    await expect
      .poll(async () => (await trade(id)).deliveries[0]?.attempts[0]?.body)
      .toBe('(host not allowed)')
    expect(shop.received).toEqual([])
  })
})

describe('[#71] A notification for the sandbox itself', () => {
  beforeEach(() => (sandboxState().homeHosts = [new URL(shop.url).host]))
  afterEach(() => (sandboxState().homeHosts = []))

  it.each(['/sandbox/api/reset', '/%73andbox/api/reset', '/%ff'])('is not posted to %s', async (path) => {
    const { id } = await aTrade({ notify_url: shop.url + path })
    await logIn(id, TEST_BUYER)
    await advanceClock(0)
    await expect.poll(async () => (await trade(id)).deliveries[0]?.attempts[0]?.body).toMatch(/^\(.+\)$/)
    expect(shop.received).toEqual([])
  })
})

describe('[F14] What was never answered success', () => {
  it('is sent at once by the recovery, even after the last retry', async () => {
    shop.answer = { status: 200, body: 'fail' }
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await advanceClock(25 * 60 * MINUTE)
    shop.answer = { status: 200, body: 'success' }
    expect(await recover()).toBe(1)
    expect(await isSettled(id)).toBe(true)
    expect(await recover()).toBe(0)
  })

  it('or was, is sent once more by a resend', async () => {
    const { id } = await aTrade()
    await logIn(id, TEST_BUYER)
    await settle(id)
    const [delivery] = (await trade(id)).deliveries
    expect(await resend(delivery?.id ?? '')).toMatchObject({ acknowledged: true })
    expect(shop.received).toHaveLength(2)
    expect(await resend('nothing')).toBeUndefined()
  })
})

describe('notify_verify', () => {
  it('[F15a] says true for a notification until it was answered success, false from then on', async () => {
    shop.answer = { status: 200, body: 'fail' }
    const { merchant, id } = await aTrade()
    await logIn(id, TEST_BUYER)
    const notifyId = (await trade(id)).deliveries[0]?.notifyId ?? ''
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('true')
    await advanceClock(25 * 60 * MINUTE)
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('true')
    shop.answer = { status: 200, body: 'success' }
    await recover()
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('false')
  })

  it('[T5.2E] says true for a return in its first minute, however often and however encoded, then false', async () => {
    const { merchant, id } = await aTrade()
    await pay(id)
    const { notifyId, issuedAt } = (await trade(id)).returns[0] ?? expect.fail('there is no return')
    // counted from the return: on a busy machine the steps before take more than a second
    const advanceTo = async (ms: number) => advanceClock(issuedAt.getTime() + ms - (await now()).getTime())
    expect(notifyId).toMatch(/%2F.*%2B/)
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('true')
    expect(await verifyNotifyId(merchant.partner, decodeURIComponent(notifyId))).toBe('true')
    await advanceTo(59_000)
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('true')
    await advanceTo(61_000)
    expect(await verifyNotifyId(merchant.partner, notifyId)).toBe('false')
  })

  it('[#20] says false for a notify_id of another partner or of nobody, and invalid where something is missing', async () => {
    const [{ id, merchant }, other] = [await aTrade(), await aMerchant()]
    await pay(id)
    const { deliveries, returns } = await trade(id)
    for (const notifyId of [deliveries[0]?.notifyId, returns[0]?.notifyId, 'made-up'] as string[]) {
      expect(await verifyNotifyId(other.partner, notifyId)).toBe('false')
    }
    expect(await verifyNotifyId(merchant.partner, null)).toBe('invalid')
    expect(await verifyNotifyId(null, 'x')).toBe('invalid')
    expect(await verifyNotifyId('2088000000000000', 'x')).toBe('invalid')
  })
})

it('[T3.4a] A return address has its parameters in alphabetical order, is_success, actions, and a right sign', async () => {
  const { merchant, id } = await aTrade({}, 'gbk')
  await pay(id)
  await settle(id)
  const [path, query] = (await trade(id)).returns[0]?.url.split('?') ?? []
  expect(path).toBe(`${shop.url}/return`)
  const { raw, text } = readMessage(query ?? '', 'gbk')
  const names = [...raw.keys()]
  expect(names).toEqual([...names.slice(0, -2).sort(), 'sign', 'sign_type'])
  expect(text).toMatchObject({
    ...{ is_success: 'T', seller_actions: 'SEND_GOODS', subject: '绿茶 & "红茶"' },
    sign: md5Sign(stringToSign(raw), merchant.key),
  })
  expect(names).not.toContain('partnerId')
})

it('[T4.2b] A buyer who chooses another way of shipping pays its postage, and the message says so', async () => {
  const second = { logistics_type_1: 'EMS', logistics_fee_1: '20.00', logistics_payment_1: 'BUYER_PAY' }
  const { id } = await aTrade(second)
  await pay(id, { group: '_1' })
  await settle(id)
  expect(received(1).text).toMatchObject({
    logistics_type: 'EMS',
    logistics_fee: '20.00',
    total_fee: '20.01',
  })
})

describe('Waiting until a trade has been told of', () => {
  it('ends when all that is due has been posted, whatever the shop answered', async () => {
    shop.answer = { status: 500, body: '' }
    const { id } = await aTrade()
    await pay(id)
    await untilDelivered(id, MINUTE)
    expect((await trade(id)).deliveries.map(({ attempts }) => attempts.length)).toEqual([1, 1])
  })

  it('ends when its time is over, and the delivery is then known to be in a courier’s hands', async () => {
    const { id } = await aTrade()
    await addFault(FaultOrder.parse({ kind: 'slow', milliseconds: 2_000 }))
    await logIn(id, TEST_BUYER)
    await expect.poll(async () => (await trade(id)).deliveries.some(isBeingSent)).toBe(true)
    await untilDelivered(id, 0)
    expect((await trade(id)).deliveries.map(deliveryState)).toEqual(['waiting'])
    await untilDelivered(id, MINUTE)
    expect((await trade(id)).deliveries.map(deliveryState)).toEqual(['delivered'])
  })
})
