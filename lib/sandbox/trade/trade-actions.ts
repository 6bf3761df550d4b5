import type { Trade } from '@/generated/sandbox/client'
import type { RefundStatus, TradeStatus } from '../../alipay/status'
import { ActionError } from '../action-error'
import { now } from '../clock'
import { isOpen } from '../merchants/methods'
import { requestOf } from '../trade-request'
import { findTradeById } from './find-trade'
import { type TradeChange, writeStep } from './write-step'

/** The actions of buyer and seller after the login, except paying (protocol.md 6.3). */
export const TRADE_ACTIONS = [
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
export type TradeAction = (typeof TRADE_ACTIONS)[number]

export interface ActionDetails {
  /** For refund-apply: whether the buyer has the goods, so that they must be sent back. */
  goodsReceived?: boolean
  /** For refund-apply: how much the buyer wants back, in fen; by default all. */
  refundFen?: number
  /** For change-price: the new total in fen. */
  totalFen?: number
  /** For ship and refund-return-goods. `transportType` is POST, EXPRESS, EMS or DIRECT; by default what the request planned. */
  shipment?: { transportType?: string; logisticsName?: string; invoiceNo?: string }
}

/** Who may act, in which statuses, and what the action changes. A refund of null: no refund was asked for yet. */
interface Rule {
  by: 'buyer' | 'seller'
  trade: TradeStatus[]
  refund: (RefundStatus | null)[]
  change: (trade: Trade, at: Date, details: ActionDetails) => TradeChange
}

const UNPAID: TradeStatus[] = ['WAIT_BUYER_PAY']
const UNSHIPPED: TradeStatus[] = ['WAIT_SELLER_SEND_GOODS']
const SHIPPED: TradeStatus[] = ['WAIT_BUYER_CONFIRM_GOODS']
const PAID = [...UNSHIPPED, ...SHIPPED]
/** Neither party is bound yet: the trade may go on, which closes the refund. */
const UNDECIDED: RefundStatus[] = ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER']
const OPEN_REFUNDS: RefundStatus[] = [...UNDECIDED, 'WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS']

const RULES: Record<TradeAction, Rule> = {
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
    refund: [null, ...UNDECIDED], // asking again changes the application
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

/** Whether an action is this party's. */
export const isBy = (party: Rule['by'], action: TradeAction) => RULES[action].by === party

/** Whether an action is possible in the trade's present state. The open platform knows only the closing of these. */
export function isAllowed(action: TradeAction, { service, tradeStatus, refundStatus }: Trade): boolean {
  if (isOpen(service) && action !== 'close') return false
  const { trade, refund } = RULES[action]
  return trade.some((status) => status === tradeStatus) && refund.some((status) => status === refundStatus)
}

/**
 * Does one action, its notification included. Throws ActionError: TRADE_STATUS_NOT_AVAILD where the action is not
 * possible, ILLEGAL_ARGUMENT where its details are wrong.
 */
export async function act(tradeId: string, action: TradeAction, details: ActionDetails = {}): Promise<Trade> {
  const trade = await findTradeById(tradeId)
  const at = await now()
  return writeStep(trade, action, at, changeBy(action, trade, at, details))
}

/**
 * Does what a trade's timeout says, dated at the moment for which it was set, however late it runs. Throws ActionError
 * where that is not possible any more.
 */
export async function timeOut(trade: Trade): Promise<Trade> {
  const { timeoutAt: at, timeoutAction } = trade
  if (!at) throw new Error(`trade ${trade.id} has no timeout`)
  const name = `timeout-${timeoutAction}`
  if (timeoutAction === 'finish')
    return writeStep(trade, name, at, { tradeStatus: 'TRADE_FINISHED', gmtClose: at })
  const action = TRADE_ACTIONS.find((action) => action === timeoutAction)
  return writeStep(trade, name, at, action ? changeBy(action, trade, at, {}) : {})
}

function changeBy(action: TradeAction, trade: Trade, at: Date, details: ActionDetails): TradeChange {
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

function application(trade: Trade, at: Date, details: ActionDetails): TradeChange {
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
 * A whole refund closes the trade, shipped or not. What a partial one does the sources do not say (protocol.md 6.3, 6.4):
 * here the rest is paid out to the seller, and the trade finishes.
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
  return OPEN_REFUNDS.some((status) => status === refundStatus) ? { refundStatus: 'REFUND_CLOSED' } : {}
}

function plannedType(trade: Trade): string {
  return requestOf(trade)[`logistics_type${trade.logisticsGroup}`] ?? 'DIRECT'
}
