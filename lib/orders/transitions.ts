import type { Order, Refund } from '@/generated/shop/client'
import type { RefundStatus, TradeStatus } from '@/generated/shop/enums'
import { formatYuan } from '../alipay/money'
import type { Reason } from '../alipay/reason-codes'

/**
 * What a message or an act of the shop does to an order. Pure, and the only place that decides it. Two machines, trade and
 * refund (docs/protocol.md 6): a later status may jump over those never received, an older one is late news, and nothing
 * follows an end. The same statuses mean less to an order of the open platform, which knows nothing of goods.
 */

/** The two interfaces of Alipay: the partner gateway with its escrow, and the open platform. */
export type GatewayName = 'partner' | 'open'

/** Where an order stands, in the shop's own words, the earliest first. */
export const STAGES = ['unpaid', 'paid', 'shipped', 'finished', 'closed'] as const
export type Stage = (typeof STAGES)[number]

/** Whether an order, as it is stored, stands at this stage. */
export const isAt = ({ stage }: { stage: string }, expected: Stage) => stage === expected

/**
 * What an order knows of its trade. `gateway` is a GatewayName and `stage` a Stage, as stored; the statuses are the
 * gateway's last word, `refundAt` is its gmt_refund, `paidAt` the moment of payment; the amounts are in fen.
 */
export type OrderState = Pick<
  Order,
  | 'gateway'
  | 'stage'
  | 'tradeStatus'
  | 'refundStatus'
  | 'refundAt'
  | 'paidAt'
  | 'totalFen'
  | 'paidFen'
  | 'refundedFen'
>

/** A refund of the order, as stored (RefundState in refunds.ts). */
export type StoredRefund = Pick<Refund, 'no' | 'fen' | 'reason' | 'state' | 'code'>

export const isOpen = ({ gateway }: Pick<Order, 'gateway'>) => gateway === ('open' satisfies GatewayName)

/**
 * What a verified message says: statuses, gmt_refund, gmt_payment, and whether it has a gmt_send_goods. `tradeStatus` is
 * null, and `unknown` is such as `trade_status=WORD`, where a status is not known; the other status still counts.
 */
export interface News {
  tradeStatus: TradeStatus | null
  refundStatus: RefundStatus | null
  unknown: string | null
  refundAt: Date | null
  paidAt: Date | null
  sent: boolean
  /**
   * Of the open platform alone. `refundedFen`: what went back in all, in fen; null where the message does not say so, which
   * is no zero. `refundNo`: a refund that is made, by its out_request_no; `refundFen`: what that refund alone gave back.
   */
  refundedFen: number | null
  refundNo: string | null
  refundFen: number | null
}

/** What the partner gateway never says. */
export const NO_OPEN_REFUND = { refundedFen: null, refundNo: null, refundFen: null } as const

/**
 * What happens to an order at most once, `refund_asked` and `refunded` once for each refund; a shop's own effects hang on
 * these.
 */
export const EVENT_KINDS = [
  'created',
  'price_changed',
  'paid',
  'paid_late',
  'shipped',
  'finished',
  'refund_asked',
  'refunded',
  'closed',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const isEventKind = (kind: string): kind is EventKind => EVENT_KINDS.some((known) => known === kind)

export type Decision =
  | {
      kind: 'move'
      to: Pick<OrderState, 'stage' | 'tradeStatus' | 'refundStatus' | 'refundAt'>
      events: EventKind[]
      /** Of the open platform: what went back in all, in fen, the number that the message names, and the rows that change. */
      refund?: { refundedFen: number; no: string | null; changed: StoredRefund[] }
      /** Why a part of the message was not followed; absent where all of it was. */
      reason?: Reason
    }
  | { kind: 'same' }
  | { kind: 'older' }
  | { kind: 'illegal'; reason: Reason }

/** What has happened at the latest when a stage is reached. */
const EVENTS: Record<Stage, EventKind[]> = {
  unpaid: [],
  paid: ['paid'],
  shipped: ['paid', 'shipped'],
  finished: ['paid', 'finished'],
  closed: ['closed'],
}

interface Step {
  /** Orders the statuses of one trade, or of one refund application, in time. */
  rank: number
  end?: true
}

interface TradeStep extends Step {
  stage: Stage
  /** Cash on delivery: shipped, and not paid yet. */
  owing?: true
}

const TRADE: Record<TradeStatus, TradeStep> = {
  WAIT_SELLER_CONFIRM_TRADE: { rank: 1, stage: 'unpaid' },
  WAIT_BUYER_PAY: { rank: 2, stage: 'unpaid' },
  COD_WAIT_SELLER_SEND_GOODS: { rank: 2, stage: 'unpaid' },
  PEERPAY_INIT: { rank: 3, stage: 'unpaid' },
  PEERPAY_CANCEL: { rank: 4, stage: 'unpaid' },
  PEERPAY_REFUSE: { rank: 4, stage: 'unpaid' },
  PEERPAY_ABORT: { rank: 4, stage: 'unpaid' },
  PEERPAY_FAIL: { rank: 4, stage: 'unpaid' },
  PEERPAY_SUCCESS: { rank: 5, stage: 'unpaid' },
  BUYER_PRE_AUTH: { rank: 5, stage: 'unpaid' },
  WAIT_SYS_CONFIRM_PAY: { rank: 5, stage: 'unpaid' },
  TRADE_PENDING: { rank: 5, stage: 'unpaid' },
  TRADE_REFUSE_DEALING: { rank: 5, stage: 'unpaid' },
  COD_WAIT_BUYER_PAY: { rank: 5, stage: 'shipped', owing: true },
  WAIT_SELLER_SEND_GOODS: { rank: 6, stage: 'paid' },
  WAIT_BUYER_CONFIRM_GOODS: { rank: 7, stage: 'shipped' },
  TRADE_SUCCESS: { rank: 8, stage: 'paid' },
  WAIT_SYS_PAY_SELLER: { rank: 8, stage: 'shipped' },
  COD_WAIT_SYS_PAY_SELLER: { rank: 8, stage: 'shipped' },
  TRADE_FINISHED: { rank: 9, stage: 'finished', end: true },
  TRADE_CLOSED: { rank: 9, stage: 'closed', end: true },
  TRADE_REFUSE: { rank: 9, stage: 'closed', end: true },
  TRADE_CANCEL: { rank: 9, stage: 'closed', end: true },
}

/** The events that must have happened when a trade has this status. */
function eventsOf(status: TradeStatus): EventKind[] {
  const { stage, owing } = TRADE[status]
  return EVENTS[stage].filter((kind) => !(owing && kind === 'paid'))
}

/** A later gmt_refund begins the next application. */
const REFUND: Record<RefundStatus, Step> = {
  WAIT_SELLER_AGREE: { rank: 1 },
  ACTIVE_REFUND: { rank: 1 },
  SELLER_REFUSE_BUYER: { rank: 2 },
  ALIPAY_CHECK: { rank: 3 },
  WAIT_BUYER_RETURN_GOODS: { rank: 4 },
  WAIT_SELLER_CONFIRM_GOODS: { rank: 5 },
  WAIT_ALIPAY_REFUND: { rank: 6 },
  REFUND_SUCCESS: { rank: 7, end: true },
  REFUND_CLOSED: { rank: 7, end: true },
  OVERED_REFUND: { rank: 7, end: true },
}

/**
 * What a verified message does to an order (spec.md T3.4b, T5.4a-e). Trade and refund are judged separately: where one of
 * them cannot follow or is unknown, the other is still recorded. `refunds` are the order's own; needed where the message
 * names one.
 */
export function decide(state: OrderState, news: News, refunds: StoredRefund[] = []): Decision {
  return isOpen(state) ? decideOpen(state, news, refunds) : decidePartner(state, news)
}

function decidePartner(state: OrderState, news: News): Decision {
  const { tradeStatus: told } = news
  const trade = told ? decideTrade(state.tradeStatus, told) : 'unknown'
  const tradeStatus = trade === 'move' ? told : state.tradeStatus
  const refundStatus = refundNews(state, news, trade)
  const refund = refundStatus ? decideRefund(state, refundStatus, news.refundAt, tradeStatus) : 'same'

  const events = new Set<EventKind>()
  if (trade === 'move' && told) {
    eventsOf(told).forEach((kind) => events.add(kind))
    // The times tell how an end was reached: closed unpaid or refunded, finished with or without shipping.
    if (TRADE[told].end && news.paidAt) events.add('paid')
    if (TRADE[told].end && news.sent) events.add('shipped')
  } else if (isPaidLate(state, news, trade)) events.add('paid_late')
  if (refund === 'move' && refundStatus === 'REFUND_SUCCESS') events.add('refunded')

  const left: string[] = []
  if (trade === 'illegal') left.push(`${state.tradeStatus} -> ${told}`)
  if (refund === 'illegal') left.push(`${state.refundStatus} -> ${refundStatus}`)
  const code = left.length > 0 ? 'cannot_follow' : 'unknown_status'
  if (news.unknown) left.push(news.unknown)
  const reason: Reason | undefined = left.length > 0 ? { code, detail: left.join('; ') } : undefined

  const moved = refund === 'move'
  if (trade === 'move' || moved || events.size > 0) {
    const to = {
      stage: trade === 'move' && told ? later(state.stage, TRADE[told].stage) : state.stage,
      tradeStatus,
      refundStatus: moved ? refundStatus : state.refundStatus,
      refundAt: moved ? (news.refundAt ?? state.refundAt) : state.refundAt,
    }
    return { kind: 'move', to, events: [...events], reason }
  }
  // a repeat of a message whose refund was recorded
  const isRepeat = trade === 'illegal' && refund === 'same' && news.refundStatus !== null && !news.unknown
  if (reason && !isRepeat) return { kind: 'illegal', reason }
  return { kind: trade === 'older' || refund === 'older' ? 'older' : 'same' }
}

/** What the statuses of the open platform say of an order; it has no others. */
const OPEN: Partial<Record<TradeStatus, Stage>> = {
  WAIT_BUYER_PAY: 'unpaid',
  TRADE_SUCCESS: 'paid',
  TRADE_FINISHED: 'paid', // can no longer be refunded
  TRADE_CLOSED: 'closed', // unpaid, or wholly refunded
}

/**
 * An amount that went back only ever grows, whichever message says so first, and a refund is made once: so any order and
 * repetition of messages ends the same.
 */
function decideOpen(state: OrderState, news: News, refunds: StoredRefund[]): Decision {
  const { tradeStatus: told, refundNo } = news
  const meaning = told ? OPEN[told] : undefined
  const trade = !told ? 'unknown' : meaning ? decideTrade(state.tradeStatus, told) : 'illegal'
  const isRefund = refundNo !== null || (news.refundedFen ?? 0) > 0
  const isPaidByThen = isRefund || isPaid(news)
  const events = new Set<EventKind>()
  if (trade === 'move' && meaning) {
    if (isPaidByThen) events.add('paid')
    EVENTS[meaning].forEach((kind) => events.add(kind))
  } else if (isPaidLate(state, news, trade)) events.add('paid_late')

  const paidFen = state.paidFen ?? state.totalFen
  const wasPaid = state.paidAt !== null || isPaidByThen
  const closedFen = told === 'TRADE_CLOSED' && trade !== 'illegal' && wasPaid ? paidFen : 0
  const named = refunds.find(({ no }) => no === refundNo)
  const isOtherAmount = named !== undefined && news.refundFen !== null && news.refundFen !== named.fen
  const made = named && !isOtherAmount && named.state !== 'made' ? { ...named, state: 'made' } : undefined
  const allMade = [...refunds.filter((refund) => refund.state === 'made'), ...(made ? [made] : [])]
  const madeFen = allMade.reduce((sum, { fen }) => sum + fen, 0)
  const refundedFen = Math.max(state.refundedFen, news.refundedFen ?? 0, closedFen, madeFen)
  const isNews = refundedFen > state.refundedFen || made !== undefined
  if (isNews) {
    if (!state.paidAt && !events.has('paid')) events.add(isAt(state, 'closed') ? 'paid_late' : 'paid')
    events.add('refunded')
  }
  const isWhole = refundedFen > 0 && refundedFen >= paidFen
  if (isNews && isWhole) events.add('closed')
  // nothing is left to give to who has asked
  const overtaken = isWhole ? refunds.filter(({ no, state }) => state === 'asked' && no !== made?.no) : []
  const changed = [...(made ? [made] : []), ...overtaken.map((asked) => ({ ...asked, state: 'declined' }))]

  const left: string[] = []
  if (trade === 'illegal') left.push(`${state.tradeStatus} -> ${told}`)
  if (news.unknown) left.push(news.unknown)
  if (isOtherAmount) left.push(`${refundNo} ${formatYuan(news.refundFen ?? 0)} ≠ ${formatYuan(named.fen)}`)
  const code = trade === 'illegal' ? 'cannot_follow' : isOtherAmount ? 'wrong_total' : 'unknown_status'
  const reason: Reason | undefined = left.length > 0 ? { code, detail: left.join('; ') } : undefined

  if (trade === 'move' || events.size > 0) {
    const paid = events.has('paid') ? later(state.stage, 'paid') : state.stage
    const stage = trade === 'move' && meaning ? later(paid, meaning) : paid
    const to = {
      stage: isWhole ? 'closed' : stage,
      tradeStatus: trade === 'move' ? told : state.tradeStatus,
      refundStatus: state.refundStatus,
      refundAt: isNews ? latest(state.refundAt, news.refundAt) : state.refundAt,
    }
    return {
      kind: 'move',
      to,
      events: EVENT_KINDS.filter((kind) => events.has(kind)),
      refund: { refundedFen, no: refundNo, changed },
      reason,
    }
  }
  if (reason) return { kind: 'illegal', reason }
  const isOlder = trade === 'older' || (news.refundedFen !== null && news.refundedFen < state.refundedFen)
  return { kind: isOlder ? 'older' : 'same' }
}

const latest = (one: Date | null, other: Date | null) => (one && (!other || one > other) ? one : other)

/** What the shop does to an order itself, without a word of the gateway's. Goods of the partner gateway go by its word. */
const ACTS = {
  ship: { from: 'paid', to: 'shipped', gateways: ['open'] },
  receive: { from: 'shipped', to: 'finished', gateways: ['open'] },
  close: { from: 'unpaid', to: 'closed', gateways: ['partner', 'open'] },
} as const satisfies Record<string, { from: Stage; to: Stage & EventKind; gateways: GatewayName[] }>
export type Act = keyof typeof ACTS

/** The stage that an act leads to, and its event; undefined where the order does not stand where the act begins. */
export function decideAct(
  { gateway, stage }: Pick<Order, 'gateway' | 'stage'>,
  act: Act,
): (Stage & EventKind) | undefined {
  const { from, to, gateways } = ACTS[act]
  return stage === from && gateways.some((name) => name === gateway) ? to : undefined
}

const later = (from: string, to: Stage): Stage =>
  STAGES.findLast((stage) => stage === from || stage === to) ?? to

/** Money for an order that was closed unpaid is recorded, and does not reopen the order. */
function isPaidLate(state: OrderState, news: News, trade: Verdict | 'unknown'): boolean {
  if (!isAt(state, 'closed') || state.paidAt || trade === 'unknown') return false
  return trade === 'older' ? isPaid(news) : news.paidAt !== null
}

type Verdict = 'move' | 'same' | 'older' | 'illegal'

function decideTrade(from: TradeStatus | null, to: TradeStatus): Verdict {
  if (from === null) return 'move'
  if (from === to) return 'same'
  if (TRADE[from].end) return TRADE[to].end ? 'illegal' : 'older'
  return TRADE[to].rank > TRADE[from].rank ? 'move' : 'older'
}

/** A finished trade does not mention a refund that was closed on the way (docs/protocol.md 5.3). */
function refundNews(state: OrderState, news: News, trade: Verdict | 'unknown'): RefundStatus | null {
  const isOpen = state.refundStatus !== null && !REFUND[state.refundStatus].end
  const isFinished = news.tradeStatus === 'TRADE_FINISHED' && trade !== 'illegal' && !news.unknown
  return news.refundStatus ?? (isFinished && isOpen ? 'REFUND_CLOSED' : null)
}

function decideRefund(
  { refundStatus: from, refundAt: fromAt }: OrderState,
  to: RefundStatus,
  toAt: Date | null,
  tradeStatus: TradeStatus | null,
): Verdict {
  if (tradeStatus && TRADE[tradeStatus].end && !REFUND[to].end) return 'older'
  if (from === null) return 'move'
  const later = toAt && fromAt ? Math.sign(toAt.getTime() - fromAt.getTime()) : 0
  if (from === to && later <= 0) return later === 0 ? 'same' : 'older'
  if (from === 'REFUND_SUCCESS' || from === 'OVERED_REFUND') return REFUND[to].end ? 'illegal' : 'older'
  if (later !== 0) return later > 0 ? 'move' : 'older'
  if (from === 'REFUND_CLOSED') return REFUND[to].end ? 'illegal' : 'older'
  // Applying again after a refusal; without a gmt_refund on both sides it looks like the first application.
  if (from === 'SELLER_REFUSE_BUYER' && to === 'WAIT_SELLER_AGREE') return toAt && fromAt ? 'older' : 'move'
  return REFUND[to].rank > REFUND[from].rank ? 'move' : 'older'
}

/** Whether the buyer has paid by then, by the status or by the time that the message gives. */
export const isPaid = ({ paidAt, tradeStatus }: News) =>
  paidAt !== null || (tradeStatus !== null && eventsOf(tradeStatus).includes('paid'))
