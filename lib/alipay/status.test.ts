import { describe, expect, it } from 'vitest'
import { isRefundStatus, isTradeStatus, PRICE_CHANGED, REFUND_STATUSES, TRADE_STATUSES } from './status'

const ESCROW = [
  'WAIT_BUYER_PAY',
  'WAIT_SELLER_SEND_GOODS',
  'WAIT_BUYER_CONFIRM_GOODS',
  'TRADE_FINISHED',
  'TRADE_CLOSED',
]
const FURTHER = [
  'WAIT_SELLER_CONFIRM_TRADE',
  'WAIT_SYS_CONFIRM_PAY',
  'WAIT_SYS_PAY_SELLER',
  'TRADE_SUCCESS',
  'TRADE_PENDING',
  'TRADE_REFUSE',
  'TRADE_REFUSE_DEALING',
  'TRADE_CANCEL',
  'BUYER_PRE_AUTH',
  'COD_WAIT_SELLER_SEND_GOODS',
  'COD_WAIT_BUYER_PAY',
  'COD_WAIT_SYS_PAY_SELLER',
  ...['INIT', 'CANCEL', 'REFUSE', 'ABORT', 'FAIL', 'SUCCESS'].map((state) => `PEERPAY_${state}`),
]
const REFUND = [
  'WAIT_SELLER_AGREE',
  'SELLER_REFUSE_BUYER',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'REFUND_SUCCESS',
  'REFUND_CLOSED',
  'WAIT_ALIPAY_REFUND',
  'ALIPAY_CHECK',
  'OVERED_REFUND',
  'ACTIVE_REFUND',
]
const STRANGERS = ['', 'NO_SUCH_STATUS', ' WAIT_BUYER_PAY', '__proto__', 'constructor', 'toString', 'CLOSED']

describe('trade_status', () => {
  it.each([...ESCROW, ...FURTHER])('[T5.4a] %s is known', (word) => {
    expect(isTradeStatus(word)).toBe(true)
  })

  it.each([...STRANGERS, ...REFUND, ...ESCROW.map((word) => word.toLowerCase())])(
    '[#30] "%s" is not one, and is no error',
    (word) => {
      expect(isTradeStatus(word)).toBe(false)
    },
  )

  it('[T5.4a] the list of protocol.md 6.1 is complete, and holds nothing else', () => {
    expect(Object.keys(TRADE_STATUSES).sort()).toEqual([...ESCROW, ...FURTHER].sort())
  })

  it('[F13] the word for a changed price stands where a status stands, but is none', () => {
    expect(PRICE_CHANGED).toBe('modify.tradeBase.totalFee')
    expect(isTradeStatus(PRICE_CHANGED)).toBe(false)
  })
})

describe('refund_status', () => {
  it.each(REFUND)('[T5.4b] [T5.4c] [T5.4e] %s is known', (word) => {
    expect(isRefundStatus(word)).toBe(true)
  })

  it.each([...STRANGERS, ...ESCROW, ...REFUND.map((word) => word.toLowerCase())])(
    '[#30] "%s" is not one, and is no error',
    (word) => {
      expect(isRefundStatus(word)).toBe(false)
    },
  )

  it('[T5.4b] the list of protocol.md 6.2 is complete, and holds nothing else', () => {
    expect(Object.keys(REFUND_STATUSES).sort()).toEqual([...REFUND].sort())
  })
})

it.each(Object.entries({ ...TRADE_STATUSES, ...REFUND_STATUSES }))(
  '[T5.4a] the meaning of %s is said in Chinese and in English',
  (_word, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[ -~]+$/)
  },
)
