import { describe, expect, it } from 'vitest'
import { formatBeijingTime } from '../alipay/beijing-time'
import { moveTo, now } from './clock'
import { advanceClock, advanceToNext, startScheduler } from './scheduler'
import { db } from './db'
import { findCashierTrade, reset } from './trade/find-trade'
import { accepted, aMerchant, escrowFields, type Fields, postRequest } from './testing/requests'
import { readMessage, shopForTests } from './testing/stub-shop'
import { logIn, pay, TEST_BUYER } from './trade/cashier-steps'
import { act, timeOut } from './trade/trade-actions'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const shop = await shopForTests()

async function aTrade(changes: Fields = {}) {
  const merchant = await aMerchant({ ownTimeouts: true })
  const id = await accepted(postRequest(escrowFields(merchant, shop.url, changes), merchant.key))
  await logIn(id, TEST_BUYER)
  return id
}

async function trade(id: string) {
  return (await findCashierTrade(id)) ?? expect.fail('there is no such trade')
}

const history = async (id: string) => (await trade(id)).events.map(({ action }) => action)

/** The parameters of the notifications received. */
const received = () =>
  shop.received.map(({ body }) => {
    return Object.fromEntries(readMessage(body).raw)
  })

const states = () => received().map((message) => message.trade_status)

describe('A timeout', () => {
  it('closes what is unpaid after seven days, and tells the shop', async () => {
    const id = await aTrade()
    await advanceClock(7 * DAY - MINUTE)
    expect(await trade(id)).toMatchObject({ tradeStatus: 'WAIT_BUYER_PAY', timeoutAction: 'close' })
    await advanceClock(MINUTE)
    const { gmtCreate, gmtClose, timeoutAt } = await trade(id)
    expect(Number(gmtClose) - Number(gmtCreate)).toBe(7 * DAY)
    expect(timeoutAt).toBeNull()
    expect(await history(id)).toEqual(['login', 'timeout-close'])
    expect(received()[1]).toMatchObject({
      trade_status: 'TRADE_CLOSED',
      notify_time: gmtClose && formatBeijingTime(gmtClose),
    })
  })

  it('counts from the seller’s last change', async () => {
    const id = await aTrade()
    await advanceClock(6 * DAY)
    await act(id, 'change-price', { totalFen: 5 })
    await advanceClock(6 * DAY)
    expect(await trade(id)).toMatchObject({ tradeStatus: 'WAIT_BUYER_PAY' })
  })

  it('[T5.4a] repeats the payment’s message on the second day, the same under a new notify_id', async () => {
    await pay(await aTrade())
    await advanceClock(DAY)
    expect(states()).toEqual(['WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS', 'WAIT_SELLER_SEND_GOODS'])
    const own = ({ notify_id, notify_time, sign, ...same }: Record<string, string> = {}) => ({
      own: [notify_id, notify_time, sign],
      same,
    })
    const [first, second] = [own(received()[1]), own(received()[2])]
    expect(second.same).toEqual(first.same)
    second.own.forEach((value, n) => expect(value).not.toBe(first.own[n]))
  })

  it('suggests a refund after fifteen days without a word to the shop', async () => {
    const id = await aTrade()
    await pay(id)
    await advanceClock(20 * DAY)
    expect(await history(id)).toEqual(['login', 'pay', 'timeout-send-1', 'timeout-send-2'])
    expect(shop.received).toHaveLength(3)
  })

  it('confirms for a silent buyer, ten days later where the seller has given them', async () => {
    const id = await aTrade()
    await pay(id)
    await act(id, 'ship')
    await act(id, 'extend')
    await advanceClock(20 * DAY - MINUTE)
    expect(await trade(id)).toMatchObject({ tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS' })
    await advanceClock(MINUTE)
    expect(states().at(-1)).toBe('TRADE_FINISHED')
  })

  it('[T5.4b] leads a refund through when the seller is silent to the end', async () => {
    const id = await aTrade()
    await pay(id)
    await act(id, 'ship')
    await act(id, 'refund-apply', { goodsReceived: true })
    await advanceClock(15 * DAY)
    expect(await trade(id)).toMatchObject({ refundStatus: 'WAIT_BUYER_RETURN_GOODS' })
    await act(id, 'refund-return-goods', { shipment: { transportType: 'EMS' } })
    await advanceClock(3 * DAY)
    expect(await trade(id)).toMatchObject({ tradeStatus: 'TRADE_CLOSED', refundStatus: 'REFUND_SUCCESS' })
    expect((await history(id)).slice(-3)).toEqual([
      'timeout-refund-agree',
      'refund-return-goods',
      'timeout-refund-receive-goods',
    ])
  })

  it('closes a refused refund, and only then lets the goods be taken as received', async () => {
    const id = await aTrade()
    await pay(id)
    await act(id, 'ship')
    await act(id, 'refund-apply')
    await act(id, 'refund-refuse')
    await advanceClock(15 * DAY)
    expect(await trade(id)).toMatchObject({ refundStatus: 'REFUND_CLOSED', timeoutAction: 'confirm' })
    await advanceClock(10 * DAY)
    expect(await history(id)).toEqual([
      ...['login', 'pay', 'ship', 'refund-apply', 'refund-refuse'],
      ...['timeout-refund-cancel', 'timeout-confirm'],
    ])
  })

  it('happens once where two processes see it, or a party is quicker', async () => {
    const id = await aTrade()
    const seen = await trade(id)
    await advanceClock(0)
    const results = await Promise.allSettled([timeOut(seen), timeOut(seen), act(id, 'close')])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await history(id)).toHaveLength(2)
  })

  it('is taken off where its merchant is gone, and the clock goes on', async () => {
    const id = await aTrade()
    await advanceClock(0)
    await db().merchant.delete({ where: { partner: (await trade(id)).partner } })
    await advanceClock(8 * DAY)
    expect(await trade(id)).toMatchObject({ tradeStatus: 'WAIT_BUYER_PAY', timeoutAt: null })
  })
})

describe('The clock', () => {
  it('[F12] does deliveries and timeouts in the order of time', async () => {
    shop.answer = { status: 200, body: 'fail' }
    const id = await aTrade({ it_b_pay: '15m' })
    await advanceClock(30 * MINUTE)
    const { deliveries, gmtCreate } = await trade(id)
    const attempts = deliveries.flatMap((delivery, n) =>
      delivery.attempts.map(({ at }) => [n, Math.round((Number(at) - Number(gmtCreate)) / MINUTE)]),
    )
    expect(attempts.toSorted(([, a = 0], [, b = 0]) => a - b)).toEqual([
      ...[
        [0, 0],
        [0, 2],
        [0, 12],
      ], // the notification of the creation
      ...[
        [1, 15],
        [1, 17],
      ], // the closing begins while the first is still retried
      ...[
        [0, 22],
        [1, 27],
      ],
    ])
  })

  it('goes to the next event and says what it was', async () => {
    const id = await aTrade({ it_b_pay: '15m' })
    await advanceClock(0)
    shop.answer = { status: 200, body: 'fail' }
    const { outTradeNo, timeoutAt } = await trade(id)
    expect(await advanceToNext()).toEqual({
      kind: 'timeout',
      at: timeoutAt,
      trade: outTradeNo,
      what: 'close',
    })
    const { notifyId } = (await trade(id)).deliveries[1] ?? {}
    expect(await advanceToNext()).toMatchObject({ kind: 'delivery', trade: outTradeNo, what: notifyId })
    expect(shop.received).toHaveLength(3)
    await reset()
    expect(await advanceToNext()).toBeNull()
  })

  it('moved by several at once goes as far as all of them say, never back, and delivers nothing twice', async () => {
    shop.answer = { status: 200, body: 'fail' }
    const id = await aTrade()
    const before = await now()
    await Promise.all([MINUTE, 2 * MINUTE, 10 * MINUTE, 12 * MINUTE].map((ms) => advanceClock(ms)))
    expect(Math.floor((Number(await now()) - Number(before)) / MINUTE)).toBe(25)
    expect((await trade(id)).deliveries[0]?.attempts).toHaveLength(4)
    expect(shop.received).toHaveLength(4)
  })
})

// the last one: the scheduler goes on in this process
it('The scheduler does by itself what the clock has reached: timeouts, and their notifications', async () => {
  startScheduler()
  const id = await aTrade()
  await expect.poll(() => states()).toEqual(['WAIT_BUYER_PAY'])
  await moveTo(new Date(Number(await now()) + 7 * DAY))
  await expect.poll(() => states()).toEqual(['WAIT_BUYER_PAY', 'TRADE_CLOSED'])
  expect(await history(id)).toEqual(['login', 'timeout-close'])
})
