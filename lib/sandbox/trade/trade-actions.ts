import type { Trade } from '@/generated/sandbox/client'
import { ActionError } from '../action-error'
import { now } from '../clock'
import { requestOf } from '../trade-request'
import { findTradeById, step, type TradeChange } from './cashier-steps'

/** What buyer and seller do to a trade beside paying (protocol.md 6.3). */
export const LIFE_ACTIONS = [
  'change-price',
  'close',
  'ship',
  'extend',
  'confirm',
  'refund-apply',
  'refund-agree',
  'refund-refuse',
  'refund-return-goods',
  'refund-receive-goods',
  'refund-cancel',
] as const
export type LifeAction = (typeof LIFE_ACTIONS)[number]

/** How goods are sent, by the seller or back by the buyer. */
export interface Shipment {
  /** POST, EXPRESS, EMS or DIRECT; what the request planned, unless told. */
  transportType?: string
  logisticsName?: string
  invoiceNo?: string
}

export interface LifeDetails {
  /** Of refund-apply: whether the buyer has the goods, so that they have to come back. */
  goodsReceived?: boolean
  /** Of refund-apply: how much the buyer wants back, in fen; the default is all of it. */
  refundFen?: number
  /** Of change-price: the new total in fen. */
  totalFen?: number
  /** Of ship and refund-return-goods. */
  shipment?: Shipment
}

/** Who may do it, from which statuses, and what it changes. A refund of null is none so far. */
interface Rule {
  by: 'buyer' | 'seller'
  trade: string[]
  refund: (string | null)[]
  change: (trade: Trade, at: Date, details: LifeDetails) => TradeChange
}

const UNPAID = ['WAIT_BUYER_PAY']
const UNSHIPPED = ['WAIT_SELLER_SEND_GOODS']
const SHIPPED = ['WAIT_BUYER_CONFIRM_GOODS']
const PAID = [...UNSHIPPED, ...SHIPPED]
/** Neither party is bound yet: the trade may go on over the refund, which is closed by that. */
const UNDECIDED = ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER']
const OPEN_REFUNDS = [...UNDECIDED, 'WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS']

const RULES: Record<LifeAction, Rule> = {
  'change-price': {
    by: 'seller',
    trade: UNPAID,
    refund: [null],
    change: (_trade, _at, { totalFen }) => ({ totalFen: changedTotal(totalFen), adjusted: true }),
  },
  close: {
    by: 'seller',
    trade: UNPAID,
    refund: [null],
    change: (_trade, at) => ({ tradeStatus: 'TRADE_CLOSED', gmtClose: at }),
  },
  ship: {
    by: 'seller',
    trade: UNSHIPPED,
    refund: [null, 'REFUND_CLOSED', ...UNDECIDED],
    change: (trade, at, { shipment }) => ({
      tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS',
      gmtSendGoods: at,
      gmtLogisticsModify: at,
      transportType: shipment?.transportType ?? plannedType(trade),
      logisticsName: shipment?.logisticsName,
      invoiceNo: shipment?.invoiceNo,
      ...withoutRefund(trade),
    }),
  },
  extend: {
    by: 'seller',
    trade: SHIPPED,
    refund: [null, 'REFUND_CLOSED', ...OPEN_REFUNDS],
    change: ({ extensions }) => ({ extensions: extensions + 1 }),
  },
  confirm: {
    by: 'buyer',
    trade: SHIPPED,
    refund: [null, 'REFUND_CLOSED', ...UNDECIDED],
    change: (trade, at) => ({ tradeStatus: 'TRADE_FINISHED', gmtClose: at, ...withoutRefund(trade) }),
  },
  'refund-apply': {
    by: 'buyer',
    trade: PAID,
    refund: [null, ...UNDECIDED], // asking again is a change of the application
    change: application,
  },
  'refund-agree': {
    by: 'seller',
    trade: PAID,
    refund: ['WAIT_SELLER_AGREE'],
    change: (trade, at) =>
      trade.goodsReceived ? { refundStatus: 'WAIT_BUYER_RETURN_GOODS' } : refunded(trade, at),
  },
  'refund-refuse': {
    by: 'seller',
    trade: PAID,
    refund: ['WAIT_SELLER_AGREE'],
    change: () => ({ refundStatus: 'SELLER_REFUSE_BUYER' }),
  },
  'refund-return-goods': {
    by: 'buyer',
    trade: SHIPPED,
    refund: ['WAIT_BUYER_RETURN_GOODS'],
    change: (_trade, _at, { shipment }) => ({
      refundStatus: 'WAIT_SELLER_CONFIRM_GOODS',
      returnType: shipment?.transportType ?? 'EXPRESS',
    }),
  },
  'refund-receive-goods': {
    by: 'seller',
    trade: SHIPPED,
    refund: ['WAIT_SELLER_CONFIRM_GOODS'],
    change: refunded,
  },
  'refund-cancel': { by: 'buyer', trade: PAID, refund: OPEN_REFUNDS, change: withoutRefund },
}

/** Whose action it is. */
export const isBy = (party: Rule['by'], action: LifeAction) => RULES[action].by === party

/** Whether an action is possible now. */
export function isAllowed(action: LifeAction, { tradeStatus, refundStatus }: Trade): boolean {
  const { trade, refund } = RULES[action]
  return tradeStatus !== null && trade.includes(tradeStatus) && refund.includes(refundStatus)
}

/**
 * One action, its notification included. Throws ActionError: with the gateway's TRADE_STATUS_NOT_AVAILD where it is
 * not possible, with ILLEGAL_ARGUMENT where the details are not.
 */
export async function live(tradeId: string, action: LifeAction, details: LifeDetails = {}): Promise<Trade> {
  const trade = await findTradeById(tradeId)
  const at = await now()
  return step(trade, action, at, changeBy(action, trade, at, details))
}

/**
 * Does what a trade's timeout says, at the moment for which it was set, however late that is noticed. Throws
 * ActionError where it is not possible any more.
 */
export async function timeOut(trade: Trade): Promise<Trade> {
  const { timeoutAt: at, timeoutAction } = trade
  if (!at) throw new Error(`trade ${trade.id} has no timeout`)
  const name = `timeout-${timeoutAction}`
  if (timeoutAction === 'finish')
    return step(trade, name, at, { tradeStatus: 'TRADE_FINISHED', gmtClose: at })
  const action = LIFE_ACTIONS.find((action) => action === timeoutAction)
  return step(trade, name, at, action ? changeBy(action, trade, at, {}) : {})
}

function changeBy(action: LifeAction, trade: Trade, at: Date, details: LifeDetails): TradeChange {
  if (!isAllowed(action, trade)) {
    const state = [trade.tradeStatus, trade.refundStatus].filter(Boolean).join(' + ')
    throw new ActionError(
      'TRADE_STATUS_NOT_AVAILD',
      `${state ? `交易现在是 ${state}` : '买家还没有登录'}，不能 ${action}`,
      `${state ? `The trade is ${state}` : 'The buyer has not logged in yet'}: ${action} is not possible`,
    )
  }
  return RULES[action].change(trade, at, details)
}

const MAX_TOTAL_FEN = 100_000_000 // protocol.md 2.2

function changedTotal(totalFen: number | undefined): number {
  if (totalFen === undefined || totalFen < 1 || totalFen > MAX_TOTAL_FEN)
    throw new ActionError(
      'ILLEGAL_ARGUMENT',
      '改价要给出新的总价，0.01 到 1000000.00 元',
      'Give the new total, from 0.01 to 1000000.00 yuan',
    )
  return totalFen
}

function application(trade: Trade, at: Date, details: LifeDetails): TradeChange {
  const { goodsReceived = false, refundFen = trade.totalFen } = details
  if (refundFen < 1 || refundFen > trade.totalFen)
    throw new ActionError(
      'ILLEGAL_ARGUMENT',
      '退款金额最少 0.01 元，最多是交易的总价',
      'A refund is at least 0.01 yuan and at most the trade’s total',
    )
  if (goodsReceived && !trade.gmtSendGoods)
    throw new ActionError(
      'ILLEGAL_ARGUMENT',
      '卖家还没有发货，退款时不能说已收到货',
      'The seller has not shipped yet, so the goods cannot have arrived',
    )
  return { refundStatus: 'WAIT_SELLER_AGREE', gmtRefund: at, goodsReceived, refundFen }
}

/**
 * All of it closes the trade, shipped or not. Where a partial refund leaves it the sources do not say (protocol.md 6.3,
 * 6.4): here the rest is paid out to the seller, and the trade finishes.
 */
function refunded({ totalFen, refundFen }: Trade, at: Date): TradeChange {
  const refundedFen = refundFen ?? totalFen
  return {
    tradeStatus: refundedFen < totalFen ? 'TRADE_FINISHED' : 'TRADE_CLOSED',
    refundStatus: 'REFUND_SUCCESS',
    refundedFen,
    gmtRefund: at,
    gmtClose: at,
  }
}

/** The refund is over and the trade goes on (REFUND_CLOSED keeps the time of the application). */
function withoutRefund({ refundStatus }: Trade): TradeChange {
  return refundStatus && OPEN_REFUNDS.includes(refundStatus) ? { refundStatus: 'REFUND_CLOSED' } : {}
}

function plannedType(trade: Trade): string {
  return requestOf(trade)[`logistics_type${trade.logisticsGroup}`] ?? 'DIRECT'
}
