import type { Trade } from '@/generated/sandbox/client'
import { ActionError } from './action-error'
import { now } from './clock'
import { findTradeById, step, type TradeChange } from './trade'

/** What buyer and seller do to a trade after the cashier (protocol.md 6.3). */
export const LIFE_ACTIONS = [
  'close',
  'ship',
  'confirm',
  'refund-apply',
  'refund-agree',
  'refund-refuse',
  'refund-return-goods',
  'refund-receive-goods',
  'refund-cancel',
] as const
export type LifeAction = (typeof LIFE_ACTIONS)[number]

/** From which statuses an action is possible, and what it changes. A refund of null is none, or none so far. */
interface Rule {
  trade: string[]
  refund: (string | null)[]
  change: (trade: Trade, at: Date) => TradeChange
}

const PAID = ['WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS']
const OPEN_REFUNDS = [
  'WAIT_SELLER_AGREE',
  'SELLER_REFUSE_BUYER',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
]

/** The refund is over and the trade goes on (REFUND_CLOSED keeps the time of the application). */
const withoutRefund = ({ refundStatus }: Trade): TradeChange =>
  refundStatus && OPEN_REFUNDS.includes(refundStatus) ? { refundStatus: 'REFUND_CLOSED' } : {}

const refunded = (at: Date): TradeChange => ({
  tradeStatus: 'TRADE_CLOSED', // shipped or not (protocol.md 6.3)
  refundStatus: 'REFUND_SUCCESS',
  gmtRefund: at,
  gmtClose: at,
})

const RULES: Record<LifeAction, Rule> = {
  close: {
    trade: ['WAIT_BUYER_PAY'],
    refund: [null],
    change: (_trade, at) => ({ tradeStatus: 'TRADE_CLOSED', gmtClose: at }),
  },
  ship: {
    trade: ['WAIT_SELLER_SEND_GOODS'],
    refund: [null, 'REFUND_CLOSED', 'WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER'],
    change: (trade, at) => ({
      tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS',
      gmtSendGoods: at,
      ...withoutRefund(trade),
    }),
  },
  confirm: {
    trade: ['WAIT_BUYER_CONFIRM_GOODS'],
    refund: [null, 'REFUND_CLOSED', 'WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER'],
    change: (trade, at) => ({ tradeStatus: 'TRADE_FINISHED', gmtClose: at, ...withoutRefund(trade) }),
  },
  'refund-apply': {
    trade: PAID,
    refund: [null, 'WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER'],
    change: (_trade, at) => ({ refundStatus: 'WAIT_SELLER_AGREE', gmtRefund: at }),
  },
  'refund-agree': {
    trade: PAID,
    refund: ['WAIT_SELLER_AGREE'],
    change: ({ goodsReceived }, at) =>
      goodsReceived ? { refundStatus: 'WAIT_BUYER_RETURN_GOODS' } : refunded(at),
  },
  'refund-refuse': {
    trade: PAID,
    refund: ['WAIT_SELLER_AGREE'],
    change: () => ({ refundStatus: 'SELLER_REFUSE_BUYER' }),
  },
  'refund-return-goods': {
    trade: PAID,
    refund: ['WAIT_BUYER_RETURN_GOODS'],
    change: () => ({ refundStatus: 'WAIT_SELLER_CONFIRM_GOODS' }),
  },
  'refund-receive-goods': {
    trade: PAID,
    refund: ['WAIT_SELLER_CONFIRM_GOODS'],
    change: (_trade, at) => refunded(at),
  },
  'refund-cancel': { trade: PAID, refund: OPEN_REFUNDS, change: withoutRefund },
}

/** Whether an action is possible now. */
export function isAllowed(action: LifeAction, { tradeStatus, refundStatus }: Trade): boolean {
  const { trade, refund } = RULES[action]
  return tradeStatus !== null && trade.includes(tradeStatus) && refund.includes(refundStatus)
}

export interface Details {
  goodsReceived?: boolean
  shipment?: { transportType?: string; logisticsName?: string; invoiceNo?: string }
}

/**
 * One action, its notification included. `goodsReceived` is the buyer's word when he applies for a refund: whether the
 * goods have to come back. Throws ActionError with the gateway's TRADE_STATUS_NOT_AVAILD where it is not possible.
 */
export async function live(
  tradeId: string,
  action: LifeAction,
  { goodsReceived = false, shipment }: Details = {},
): Promise<Trade> {
  const trade = await findTradeById(tradeId)
  if (!isAllowed(action, trade)) {
    const state = [trade.tradeStatus ?? '买家还没有登录', trade.refundStatus].filter(Boolean).join(' + ')
    throw new ActionError('TRADE_STATUS_NOT_AVAILD', `交易现在是 ${state}，不能 ${action}`)
  }
  const at = await now()
  const change = RULES[action].change(trade, at)
  return step(
    trade,
    action,
    at,
    action === 'refund-apply' ? { ...change, goodsReceived } : { ...change, ...shipment },
  )
}
