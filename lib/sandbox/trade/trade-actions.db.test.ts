import { describe, expect, it } from 'vitest'
import type { Merchant, Trade } from '@/generated/sandbox/client'
import { advanceClock } from '../scheduler'
import { db } from '../db'
import { deliveryState } from './describe-trade'
import { findCashierTrade } from './find-trade'
import { accepted, aMerchant, escrowFields, type Fields, postRequest } from '../testing/requests'
import { readMessage, shopForTests } from '../testing/stub-shop'
import { logIn, pay, TEST_BUYER } from './cashier-steps'
import { TRADE_ACTIONS, type TradeAction, act } from './trade-actions'

const shop = await shopForTests()

async function aTrade(merchantChanges: Partial<Merchant> = {}, changes: Fields = {}) {
  const merchant = await aMerchant(merchantChanges)
  return accepted(postRequest(escrowFields(merchant, shop.url, changes), merchant.key))
}

async function aPaidTrade(changes: Fields = {}) {
  const id = await aTrade({}, changes)
  await pay(id)
  return id
}

/** Does these actions in turn; a question mark means that the buyer has the goods. Returns the parameters of the notifications. */
async function after(id: string, ...actions: (TradeAction | 'refund-apply?')[]) {
  for (const action of actions) {
    if (action === 'refund-apply?') await act(id, 'refund-apply', { goodsReceived: true })
    else await act(id, action)
  }
  await advanceClock(0)
  await expect
    .poll(async () =>
      (await findCashierTrade(id))?.deliveries.every((delivery) => deliveryState(delivery) === 'delivered'),
    )
    .toBe(true)
  const messages = shop.received.map(({ body }) => {
    return Object.fromEntries(readMessage(body).raw)
  })
  const { outTradeNo } = (await findCashierTrade(id)) ?? {}
  return messages.filter(({ out_trade_no }) => out_trade_no === outTradeNo)
}

const states = (messages: Record<string, string>[]) =>
  messages.map(({ trade_status, refund_status }) =>
    refund_status ? `${trade_status} + ${refund_status}` : trade_status,
  )

const [PAY, PAID, SHIPPED] = ['WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS']

describe('The life of a trade is notified step by step:', () => {
  it('[T5.4a] paid, shipped, confirmed', async () => {
    const messages = await after(await aPaidTrade(), 'ship', 'confirm')
    expect(states(messages)).toEqual([PAY, PAID, SHIPPED, 'TRADE_FINISHED'])
    expect(messages.map((message) => 'gmt_send_goods' in message)).toEqual([false, false, true, true])
    expect(messages.map((message) => 'gmt_close' in message)).toEqual([false, false, false, true])
  })

  it('[T5.4c] [T5.4d] refunded before shipping', async () => {
    const messages = await after(await aPaidTrade(), 'refund-apply', 'refund-agree')
    expect(states(messages).slice(2)).toEqual([
      `${PAID} + WAIT_SELLER_AGREE`,
      'TRADE_CLOSED + REFUND_SUCCESS',
    ])
    const last = messages.at(-1)
    expect(last?.gmt_close).toBe(last?.gmt_refund)
  })

  it('[T5.4b] [T5.4e] refunded with the goods sent back, after a refusal and a second application', async () => {
    const messages = await after(
      await aPaidTrade(),
      ...(['ship', 'refund-apply?', 'refund-refuse', 'refund-apply?', 'refund-agree'] as const),
      ...(['refund-return-goods', 'refund-receive-goods'] as const),
    )
    expect(states(messages).slice(3)).toEqual([
      `${SHIPPED} + WAIT_SELLER_AGREE`,
      `${SHIPPED} + SELLER_REFUSE_BUYER`,
      `${SHIPPED} + WAIT_SELLER_AGREE`,
      `${SHIPPED} + WAIT_BUYER_RETURN_GOODS`,
      `${SHIPPED} + WAIT_SELLER_CONFIRM_GOODS`,
      'TRADE_CLOSED + REFUND_SUCCESS',
    ])
  })

  it('a refund overtaken by the shipping is closed, and the finished trade tells nothing of it', async () => {
    const messages = await after(await aPaidTrade(), 'refund-apply', 'ship', 'confirm')
    expect(states(messages).slice(2)).toEqual([
      `${PAID} + WAIT_SELLER_AGREE`,
      `${SHIPPED} + REFUND_CLOSED`,
      'TRADE_FINISHED',
    ])
    expect(messages.at(-1)).not.toHaveProperty('gmt_refund')
  })

  it('a refund that the buyer takes back is closed, and the trade goes on', async () => {
    const messages = await after(await aPaidTrade(), 'refund-apply', 'refund-cancel')
    expect(states(messages).slice(3)).toEqual([`${PAID} + REFUND_CLOSED`])
  })

  it('closed unpaid', async () => {
    const id = await aTrade()
    await logIn(id, TEST_BUYER)
    const messages = await after(id, 'close')
    expect(states(messages)).toEqual([PAY, 'TRADE_CLOSED'])
    expect(messages.at(-1)).not.toHaveProperty('gmt_payment')
    expect(messages.at(-1)).toHaveProperty('logistics_type')
  })
})

/** The next state by state and action, written from protocol.md 6.3; everything else is refused. */
const OUTCOMES = `
  WAIT_BUYER_PAY
    change-price         -> WAIT_BUYER_PAY
    close                -> TRADE_CLOSED
  WAIT_SELLER_SEND_GOODS
    ship                 -> WAIT_BUYER_CONFIRM_GOODS
    refund-apply         -> WAIT_SELLER_SEND_GOODS + WAIT_SELLER_AGREE
  WAIT_SELLER_SEND_GOODS + WAIT_SELLER_AGREE
    ship                 -> WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
    refund-apply         -> WAIT_SELLER_SEND_GOODS + WAIT_SELLER_AGREE
    refund-agree         -> TRADE_CLOSED + REFUND_SUCCESS
    refund-refuse        -> WAIT_SELLER_SEND_GOODS + SELLER_REFUSE_BUYER
    refund-cancel        -> WAIT_SELLER_SEND_GOODS + REFUND_CLOSED
  WAIT_SELLER_SEND_GOODS + SELLER_REFUSE_BUYER
    ship                 -> WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
    refund-apply         -> WAIT_SELLER_SEND_GOODS + WAIT_SELLER_AGREE
    refund-cancel        -> WAIT_SELLER_SEND_GOODS + REFUND_CLOSED
  WAIT_SELLER_SEND_GOODS + WAIT_BUYER_RETURN_GOODS
    refund-cancel        -> WAIT_SELLER_SEND_GOODS + REFUND_CLOSED
  WAIT_SELLER_SEND_GOODS + WAIT_SELLER_CONFIRM_GOODS
    refund-cancel        -> WAIT_SELLER_SEND_GOODS + REFUND_CLOSED
  WAIT_SELLER_SEND_GOODS + REFUND_CLOSED
    ship                 -> WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
  WAIT_BUYER_CONFIRM_GOODS
    extend               -> WAIT_BUYER_CONFIRM_GOODS
    confirm              -> TRADE_FINISHED
    refund-apply         -> WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_AGREE
  WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_AGREE
    extend               -> WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_AGREE
    confirm              -> TRADE_FINISHED + REFUND_CLOSED
    refund-apply         -> WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_AGREE
    refund-agree         -> TRADE_CLOSED + REFUND_SUCCESS
    refund-refuse        -> WAIT_BUYER_CONFIRM_GOODS + SELLER_REFUSE_BUYER
    refund-cancel        -> WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
  WAIT_BUYER_CONFIRM_GOODS + SELLER_REFUSE_BUYER
    extend               -> WAIT_BUYER_CONFIRM_GOODS + SELLER_REFUSE_BUYER
    confirm              -> TRADE_FINISHED + REFUND_CLOSED
    refund-apply         -> WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_AGREE
    refund-cancel        -> WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
  WAIT_BUYER_CONFIRM_GOODS + WAIT_BUYER_RETURN_GOODS
    extend               -> WAIT_BUYER_CONFIRM_GOODS + WAIT_BUYER_RETURN_GOODS
    refund-return-goods  -> WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_CONFIRM_GOODS
    refund-cancel        -> WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
  WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_CONFIRM_GOODS
    extend               -> WAIT_BUYER_CONFIRM_GOODS + WAIT_SELLER_CONFIRM_GOODS
    refund-receive-goods -> TRADE_CLOSED + REFUND_SUCCESS
    refund-cancel        -> WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
  WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
    extend               -> WAIT_BUYER_CONFIRM_GOODS + REFUND_CLOSED
    confirm              -> TRADE_FINISHED + REFUND_CLOSED
`

/** Looks up the next state in the table. */
function expectedOutcomes() {
  const outcomes = new Map<string, string>()
  let state = ''
  for (const line of OUTCOMES.split('\n')) {
    const [action, result] = line.trim().split(/ +-> /)
    if (result) outcomes.set(`${state}: ${action}`, result)
    else state = line.trim()
  }
  return outcomes
}

describe('In any state an action does what the table says, or is TRADE_STATUS_NOT_AVAILD and changes nothing:', () => {
  const trades = [null, PAY, PAID, SHIPPED, 'TRADE_FINISHED', 'TRADE_CLOSED', 'TRADE_SUCCESS']
  const refunds = [
    ...[null, 'WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'WAIT_BUYER_RETURN_GOODS'],
    ...['WAIT_SELLER_CONFIRM_GOODS', 'REFUND_SUCCESS', 'REFUND_CLOSED'],
  ]
  const outcomes = expectedOutcomes()

  it.each(trades)('%s', async (tradeStatus) => {
    const id = await aTrade({ stages: ['nothing that is ever told'] })
    await pay(id)
    for (const refundStatus of refunds) {
      const state = { tradeStatus, refundStatus, goodsReceived: false, refundFen: null, gmtSendGoods: null }
      const outcomeOf = (action: TradeAction) => outcomes.get(`${states([stateOf(state)])[0]}: ${action}`)

      const before = await db().trade.update({ where: { id }, data: state })
      for (const action of TRADE_ACTIONS.filter((action) => !outcomeOf(action)))
        await expect(act(id, action)).rejects.toMatchObject({ code: 'TRADE_STATUS_NOT_AVAILD' })
      expect(await db().trade.findUnique({ where: { id } })).toEqual(before)

      for (const action of TRADE_ACTIONS.filter(outcomeOf)) {
        await db().trade.update({ where: { id }, data: state })
        expect(states([stateOf(await act(id, action, { totalFen: 2 }))])).toEqual([outcomeOf(action)])
      }
    }
  })

  const stateOf = ({ tradeStatus, refundStatus }: Pick<Trade, 'tradeStatus' | 'refundStatus'>) => ({
    trade_status: tradeStatus ?? 'none',
    refund_status: refundStatus ?? '',
  })
})

describe('A price that the seller changes', () => {
  it('is told as WAIT_BUYER_PAY with the new total, and is what the buyer pays', async () => {
    const id = await aTrade()
    await logIn(id, TEST_BUYER)
    await act(id, 'change-price', { totalFen: 1234 })
    await pay(id)
    const messages = await after(id)
    expect(messages.map(({ trade_status, total_fee }) => [trade_status, total_fee])).toEqual([
      [PAY, '0.01'],
      [PAY, '12.34'],
      [PAID, '12.34'],
    ])
    expect(messages.slice(1).map((message) => message.is_total_fee_adjust)).toEqual(['Y', 'Y'])
  })

  it('holds for every way of shipping', async () => {
    const id = await aTrade(
      {},
      { logistics_type_1: 'EMS', logistics_fee_1: '20.00', logistics_payment_1: 'BUYER_PAY' },
    )
    await logIn(id, TEST_BUYER)
    await act(id, 'change-price', { totalFen: 1234 })
    expect(await pay(id, { group: '_1' })).toMatchObject({ totalFen: 1234, logisticsGroup: '_1' })
  })

  it('[F13] is a stage of its own beside that of the payment', async () => {
    for (const stage of ['modify.tradeBase.totalFee', PAY]) {
      const id = await aTrade({ stages: [stage] })
      await logIn(id, TEST_BUYER)
      await act(id, 'change-price', { totalFen: 2 })
      const told = (await after(id)).map((message) => message.total_fee)
      expect(told).toEqual(stage === PAY ? ['0.01', '0.02'] : ['0.02'])
    }
  })

  it.each([undefined, 0, -1, 100_000_001])('is ILLEGAL_ARGUMENT where it is %s fen', async (totalFen) => {
    const id = await aTrade()
    await logIn(id, TEST_BUYER)
    await expect(act(id, 'change-price', { totalFen })).rejects.toMatchObject({ code: 'ILLEGAL_ARGUMENT' })
  })
})

it('The shipment as it was is told from the shipping on, its time one message later', async () => {
  const id = await aPaidTrade()
  const shipment = { transportType: 'DIRECT', logisticsName: '自取', invoiceNo: '1' }
  await act(id, 'ship', { shipment })
  const messages = await after(id, 'refund-apply')
  expect(messages.map((message) => message.logistics_type)).toEqual([
    undefined,
    'EXPRESS',
    'DIRECT',
    'DIRECT',
  ])
  const [, paid, shipped, applied] = messages
  expect(shipped?.gmt_logistics_modify).toBe(paid?.gmt_logistics_modify)
  expect(applied?.gmt_logistics_modify).toBe(shipped?.gmt_send_goods)
  expect(await findCashierTrade(id)).toMatchObject(shipment)
})

it('Ten days more are told to nobody', async () => {
  const id = await aPaidTrade()
  await act(id, 'ship')
  await act(id, 'extend')
  expect(states(await after(id, 'extend'))).toEqual([PAY, PAID, SHIPPED])
  expect(await findCashierTrade(id)).toMatchObject({ extensions: 2 })
})

describe('A refund of a part', () => {
  it('[T5.4c] finishes the trade, and the message tells of it', async () => {
    const id = await aPaidTrade({ price: '10.00' })
    await act(id, 'refund-apply', { refundFen: 999 })
    const last = (await after(id, 'refund-agree')).at(-1)
    expect(states(last ? [last] : [])).toEqual(['TRADE_FINISHED + REFUND_SUCCESS'])
    expect(last?.gmt_refund).toBe(last?.gmt_close)
    expect(await findCashierTrade(id)).toMatchObject({ refundedFen: 999, totalFen: 1000 })
  })

  it('is one of all where the buyer changes the application', async () => {
    const id = await aPaidTrade({ price: '10.00' })
    await act(id, 'refund-apply', { refundFen: 1 })
    await act(id, 'refund-apply')
    expect(await act(id, 'refund-agree')).toMatchObject({ tradeStatus: 'TRADE_CLOSED', refundedFen: 1000 })
  })

  it.each([{ refundFen: 0 }, { refundFen: 2 }, { goodsReceived: true }])(
    'is ILLEGAL_ARGUMENT with %o of a cent for goods that are not shipped',
    async (details) => {
      const id = await aPaidTrade()
      await expect(act(id, 'refund-apply', details)).rejects.toMatchObject({ code: 'ILLEGAL_ARGUMENT' })
    },
  )
})

it('Of two parties who act at the same instant one is told that the trade has moved', async () => {
  const id = await aPaidTrade()
  const results = await Promise.allSettled([act(id, 'ship'), act(id, 'refund-apply')])
  const moved = results.filter(({ status }) => status === 'fulfilled').length
  const { version } = (await findCashierTrade(id)) ?? {}
  expect(version).toBe(2 + moved) // the login, the payment, and every action that reported success
})
