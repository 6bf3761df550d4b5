import type { Trade } from '@/generated/sandbox/client'
import { beijingMidnight, parseBeijingTime } from '../../alipay/beijing-time'
import { durationMs } from '../clock'
import { isOpen } from '../merchants/methods'

/** What happens without an action of either party, and when (protocol.md 6.6). */
export interface Timeout {
  at: Date
  action: TimeoutAction
}

/**
 * `send-1` reminds the shop of an unshipped trade, `send-2` suggests a refund to the buyer, `finish` ends the time in
 * which an instant payment can be refunded; the others are actions of trade-actions.ts.
 */
export type TimeoutAction =
  | ('close' | 'send-1' | 'send-2' | 'confirm' | 'finish')
  | ('refund-agree' | 'refund-cancel' | 'refund-receive-goods')

/** The seller's extension, each time. */
const EXTENSION_MS = 10 * 24 * 60 * 60_000

type Request = Readonly<Record<string, string>>

/**
 * The next timeout of a trade in its present state, or null. `request` is what the trade was made from: it may bring
 * durations of its own, where the contract allows it.
 */
export function nextTimeout(trade: Trade, request: Request): Timeout | null {
  const openRefund = refundTimeout(trade)
  if (openRefund) return openRefund // while a refund is open, the trade's own timers stand still
  if (trade.tradeStatus === 'WAIT_BUYER_PAY')
    return isOpen(trade.service)
      ? { at: payableUntil(trade, request), action: 'close' }
      : unpaidTimeout(trade, request)
  if (trade.tradeStatus === 'WAIT_SELLER_SEND_GOODS') return unshippedTimeout(trade, request)
  if (trade.tradeStatus === 'WAIT_BUYER_CONFIRM_GOODS') return confirmTimeout(trade, request)
  if (trade.tradeStatus === 'TRADE_SUCCESS' && trade.gmtPayment)
    return { at: later(trade.gmtPayment, '90d'), action: 'finish' }
  return null
}

/** After this the cashier's page has expired, and the buyer must begin again at the shop (EXTERFACE_INVOKE_CONTEXT_EXPIRED). */
const CASHIER_VALID = '24h'

/**
 * Until when a buyer may begin to pay. Of the open platform it is until when the order can be paid at all: `time_expire`, or
 * `timeout_express` after the request came, else 15 days, and 3 hours for a code to scan (protocol-open.md 6).
 */
export function payableUntil(
  { service, requestedAt }: Pick<Trade, 'service' | 'requestedAt'>,
  { time_expire: until, timeout_express: own }: Request,
): Date {
  if (!isOpen(service)) return later(requestedAt, CASHIER_VALID)
  if (until) return readTimeExpire(until) ?? requestedAt
  if (own === '1c') return beijingMidnight(requestedAt, -1)
  return later(requestedAt, own || (service === 'alipay.trade.precreate' ? '3h' : '15d'))
}

/** `time_expire`: Beijing time, with seconds or without them. */
export const readTimeExpire = (text: string) => parseBeijingTime(text) ?? parseBeijingTime(`${text}:00`)

function unpaidTimeout({ gmtModified }: Trade, { it_b_pay: own = '7d' }: Request): Timeout | null {
  if (!gmtModified) return null
  return { at: own === '1c' ? beijingMidnight(gmtModified, -1) : later(gmtModified, own), action: 'close' }
}

/** The earlier of the two that is after the trade's last step. */
function unshippedTimeout({ gmtPayment, gmtModified }: Trade, request: Request): Timeout | null {
  if (!gmtPayment || !gmtModified) return null
  const both: Timeout[] = [
    { at: later(gmtPayment, request.t_s_send_1 ?? '1d'), action: 'send-1' },
    { at: later(gmtPayment, request.t_s_send_2 ?? '15d'), action: 'send-2' },
  ]
  const ahead = both.filter(({ at }) => at > gmtModified).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return ahead[0] ?? null
}

/** The buyer's time begins again when a refund is closed; the sources say only that it stops meanwhile. */
function confirmTimeout(trade: Trade, { t_b_rec_post: post = '30d' }: Request): Timeout | null {
  const { gmtSendGoods, gmtRefundModified, transportType, extensions } = trade
  if (!gmtSendGoods) return null
  const from = gmtRefundModified && gmtRefundModified > gmtSendGoods ? gmtRefundModified : gmtSendGoods
  const first = later(from, transportType === 'POST' ? post : '10d')
  return { at: new Date(first.getTime() + extensions * EXTENSION_MS), action: 'confirm' }
}

function refundTimeout(trade: Trade): Timeout | null {
  const from = trade.gmtRefundModified
  if (!from) return null
  switch (trade.refundStatus) {
    case 'WAIT_SELLER_AGREE':
      return { at: later(from, silenceOfSeller(trade)), action: 'refund-agree' }
    case 'SELLER_REFUSE_BUYER':
    case 'WAIT_BUYER_RETURN_GOODS':
      return { at: later(from, '15d'), action: 'refund-cancel' }
    case 'WAIT_SELLER_CONFIRM_GOODS':
      return { at: later(from, RETURN_DAYS[trade.returnType ?? ''] ?? '10d'), action: 'refund-receive-goods' }
    default:
      return null
  }
}

const RETURN_DAYS: Record<string, string> = { EMS: '3d', EXPRESS: '10d', POST: '30d' }

/** How long the seller has to answer an application; one week where the buyer says that shipped goods did not arrive. */
function silenceOfSeller({ tradeStatus, goodsReceived }: Trade): string {
  if (tradeStatus === 'WAIT_SELLER_SEND_GOODS') return '5d'
  return goodsReceived ? '15d' : '7d'
}

/** `duration` as requests write it (`90m`, `2h`, `15d`), checked when the request came (lib/alipay/partner/request-rules.ts). */
function later(from: Date, duration: string): Date {
  const ms = durationMs(duration)
  if (ms === undefined) throw new Error(`not a duration: ${duration}`)
  return new Date(from.getTime() + ms)
}
