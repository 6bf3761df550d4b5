import { describe, expect, it } from 'vitest'
import type { Trade } from '@/generated/sandbox/client'
import { formatBeijingTime, parseBeijingTime } from '../../alipay/beijing-time'
import { nextTimeout } from './timers'

const beijing = (text: string) => parseBeijingTime(text) ?? expect.fail(`not a time: ${text}`)

/** Created on the 1st, paid on the 2nd, shipped on the 3rd, each at 10 o'clock. */
const TIMES = {
  gmtCreate: beijing('2026-03-01 10:00:00'),
  gmtPayment: beijing('2026-03-02 10:00:00'),
  gmtSendGoods: beijing('2026-03-03 10:00:00'),
}

const UNPAID = {
  tradeStatus: 'WAIT_BUYER_PAY',
  gmtModified: TIMES.gmtCreate,
  gmtPayment: null,
  gmtSendGoods: null,
}
const UNSHIPPED = { tradeStatus: 'WAIT_SELLER_SEND_GOODS', gmtModified: TIMES.gmtPayment, gmtSendGoods: null }
const SHIPPED = { tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS', gmtModified: TIMES.gmtSendGoods }
/** The last change of the refund: on the 4th. */
const CHANGED = beijing('2026-03-04 10:00:00')
const refund = (refundStatus: string) => ({ refundStatus, gmtRefundModified: CHANGED, gmtModified: CHANGED })

function next(changes: Partial<Trade>, request: Record<string, string> = {}) {
  const trade = {
    ...{ refundStatus: null, gmtRefundModified: null, goodsReceived: false, returnType: null },
    ...{ transportType: 'EXPRESS', extensions: 0, service: 'create_partner_trade_by_buyer' },
    ...TIMES,
    ...changes,
  }
  const timeout = nextTimeout(trade as Trade, request)
  return timeout && `${formatBeijingTime(timeout.at)} ${timeout.action}`
}

describe('An unpaid trade is closed', () => {
  it('seven days after the last change', () => expect(next(UNPAID)).toBe('2026-03-08 10:00:00 close'))

  it.each([
    ['1m', '2026-03-01 10:01:00 close'],
    ['90m', '2026-03-01 11:30:00 close'],
    ['2h', '2026-03-01 12:00:00 close'],
    ['15d', '2026-03-16 10:00:00 close'],
    ['1c', '2026-03-02 00:00:00 close'],
  ])('after %s where the request says so', (it_b_pay, expected) =>
    expect(next(UNPAID, { it_b_pay })).toBe(expected),
  )

  it('at midnight in Beijing, also where it is another day elsewhere', () => {
    const early = { ...UNPAID, gmtModified: beijing('2026-03-01 00:00:00') }
    expect(next(early, { it_b_pay: '1c' })).toBe('2026-03-02 00:00:00 close')
    const late = { ...UNPAID, gmtModified: beijing('2026-03-01 23:59:59') }
    expect(next(late, { it_b_pay: '1c' })).toBe('2026-03-02 00:00:00 close')
  })
})

describe('An unpaid trade of the open platform is closed', () => {
  const open = (method: string) => ({
    ...UNPAID,
    service: `alipay.trade.${method}`,
    requestedAt: beijing('2026-03-01 09:00:00'),
  })

  it.each<[string, string, Record<string, string>, string]>([
    ['15 days after the request', 'page.pay', {}, '2026-03-16 09:00:00 close'],
    ['3 hours after a code to scan', 'precreate', {}, '2026-03-01 12:00:00 close'],
    ['after timeout_express', 'wap.pay', { timeout_express: '90m' }, '2026-03-01 10:30:00 close'],
    [
      'after timeout_express, of a code too',
      'precreate',
      { timeout_express: '2d' },
      '2026-03-03 09:00:00 close',
    ],
    ['at midnight', 'page.pay', { timeout_express: '1c' }, '2026-03-02 00:00:00 close'],
    [
      'at time_expire',
      'page.pay',
      { time_expire: '2026-03-05 11:22:33', timeout_express: '1m' },
      '2026-03-05 11:22:33 close',
    ],
    [
      'at time_expire without seconds',
      'wap.pay',
      { time_expire: '2026-03-05 11:22' },
      '2026-03-05 11:22:00 close',
    ],
  ])('%s', (_when, method, request, expected) => expect(next(open(method), request)).toBe(expected))

  it('and a paid one is finished after 90 days', () =>
    expect(next({ service: 'alipay.trade.page.pay', tradeStatus: 'TRADE_SUCCESS' })).toBe(
      '2026-05-31 10:00:00 finish',
    ))
})

describe('A trade that the seller does not ship', () => {
  it('is told of again after a day, then a refund is suggested after fifteen, then nothing', () => {
    expect(next(UNSHIPPED)).toBe('2026-03-03 10:00:00 send-1')
    expect(next({ ...UNSHIPPED, gmtModified: beijing('2026-03-03 10:00:00') })).toBe(
      '2026-03-17 10:00:00 send-2',
    )
    expect(next({ ...UNSHIPPED, gmtModified: beijing('2026-03-17 10:00:00') })).toBeNull()
  })

  it('is so after the durations of the request, in whichever order', () => {
    expect(next(UNSHIPPED, { t_s_send_1: '3d' })).toBe('2026-03-05 10:00:00 send-1')
    expect(next(UNSHIPPED, { t_s_send_1: '3d', t_s_send_2: '2d' })).toBe('2026-03-04 10:00:00 send-2')
    expect(next(UNSHIPPED, { t_s_send_1: '999d', t_s_send_2: '998d' })).toBe('2028-11-24 10:00:00 send-2')
  })
})

describe('Goods are taken as received', () => {
  it.each([
    ['EMS', '2026-03-13 10:00:00 confirm'],
    ['EXPRESS', '2026-03-13 10:00:00 confirm'],
    ['DIRECT', '2026-03-13 10:00:00 confirm'],
    ['POST', '2026-04-02 10:00:00 confirm'],
  ])('sent by %s', (transportType, expected) => expect(next({ ...SHIPPED, transportType })).toBe(expected))

  it('sent by POST after t_b_rec_post, which is of no other way', () => {
    const request = { t_b_rec_post: '5d' }
    expect(next({ ...SHIPPED, transportType: 'POST' }, request)).toBe('2026-03-08 10:00:00 confirm')
    expect(next(SHIPPED, request)).toBe('2026-03-13 10:00:00 confirm')
  })

  it('ten days later for every extension', () =>
    expect(next({ ...SHIPPED, extensions: 2 })).toBe('2026-04-02 10:00:00 confirm'))

  it('not while a refund is open, and with all the time again when it was closed', () => {
    expect(next({ ...SHIPPED, ...refund('WAIT_SELLER_AGREE') })).not.toMatch(/ confirm$/)
    expect(next({ ...SHIPPED, ...refund('REFUND_CLOSED') })).toBe('2026-03-14 10:00:00 confirm')
  })
})

describe('A refund', () => {
  it.each([
    ['not shipped, the seller silent', UNSHIPPED, 'WAIT_SELLER_AGREE', {}, '09 10:00:00 refund-agree'],
    ['not arrived, the seller silent', SHIPPED, 'WAIT_SELLER_AGREE', {}, '11 10:00:00 refund-agree'],
    [
      'arrived, the seller silent',
      SHIPPED,
      'WAIT_SELLER_AGREE',
      { goodsReceived: true },
      '19 10:00:00 refund-agree',
    ],
    ['refused, the buyer silent', SHIPPED, 'SELLER_REFUSE_BUYER', {}, '19 10:00:00 refund-cancel'],
    ['agreed, nothing sent back', SHIPPED, 'WAIT_BUYER_RETURN_GOODS', {}, '19 10:00:00 refund-cancel'],
    [
      'sent back by EMS',
      SHIPPED,
      'WAIT_SELLER_CONFIRM_GOODS',
      { returnType: 'EMS' },
      '07 10:00:00 refund-receive-goods',
    ],
    [
      'sent back by EXPRESS',
      SHIPPED,
      'WAIT_SELLER_CONFIRM_GOODS',
      { returnType: 'EXPRESS' },
      '14 10:00:00 refund-receive-goods',
    ],
  ])('%s', (_what, trade, status, changes, expected) =>
    expect(next({ ...trade, ...refund(status), ...changes })).toBe(`2026-03-${expected}`),
  )

  it('sent back by POST', () =>
    expect(next({ ...SHIPPED, ...refund('WAIT_SELLER_CONFIRM_GOODS'), returnType: 'POST' })).toBe(
      '2026-04-03 10:00:00 refund-receive-goods',
    ))
})

it('Nothing happens by itself to a trade that nobody has begun, or that is over', () => {
  expect(next({ tradeStatus: null, gmtModified: null })).toBeNull()
  expect(next({ ...SHIPPED, tradeStatus: 'TRADE_FINISHED' })).toBeNull()
  expect(next({ ...SHIPPED, ...refund('REFUND_SUCCESS'), tradeStatus: 'TRADE_CLOSED' })).toBeNull()
})
