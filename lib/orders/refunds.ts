import type { Order, OrderEvent, Refund } from '@/generated/shop/client'
import { isAt, isOpen } from './transitions'

/**
 * Refunds of the open platform: when one may be asked for or made, and what ends it. Escrow settles refunds at the gateway,
 * so its orders have none here.
 */

/**
 * `asked`: by the buyer, for the merchant to decide; `sent`: what the gateway did with it is not certain; `made` by the
 * gateway's word; `refused` by the gateway, with its code; `declined` by the merchant, with words, or withdrawn without.
 */
export type RefundState = 'asked' | 'declined' | 'sent' | 'made' | 'refused'

export const isRefund = ({ state }: Pick<Refund, 'state'>, expected: RefundState) => state === expected

/** The refund that is not settled; an order has one at most. */
export const openRefund = <R extends Pick<Refund, 'state'>>(refunds: readonly R[]): R | undefined =>
  refunds.find((refund) => isRefund(refund, 'asked') || isRefund(refund, 'sent'))

/** How long after the end of an order its buyer may ask: the seven days of the law on consumers' rights, article 25. */
export const ASK_DAYS = 7

export const REASON_CHARACTERS = 200

type RefundedOrder = Pick<
  Order,
  'gateway' | 'stage' | 'tradeStatus' | 'paidAt' | 'paidFen' | 'totalFen' | 'refundedFen'
>

/**
 * How much of an order can still go back, in fen: also of one that was paid after it was closed. After TRADE_FINISHED the
 * gateway refunds nothing.
 */
export function refundableFen(order: RefundedOrder): number {
  if (!isOpen(order) || !order.paidAt || order.tradeStatus === 'TRADE_FINISHED') return 0
  return Math.max(0, (order.paidFen ?? order.totalFen) - order.refundedFen)
}

/** When an order ended, or null. */
export const finishedAt = (events: readonly Pick<OrderEvent, 'kind' | 'createdAt'>[]) =>
  events.find(({ kind }) => kind === 'finished')?.createdAt ?? null

/** Whether the buyer may ask for a refund; `endedAt` is `finishedAt` of the order's events. */
export function mayAsk(
  order: RefundedOrder,
  refunds: readonly Pick<Refund, 'state'>[],
  endedAt: Date | null,
  now: Date,
): boolean {
  if (openRefund(refunds) || refundableFen(order) === 0 || isAt(order, 'closed')) return false
  const lastDay = endedAt && endedAt.getTime() + ASK_DAYS * 24 * 60 * 60 * 1000
  return !isAt(order, 'finished') || (lastDay !== null && now.getTime() <= lastDay)
}

/**
 * The gateway's codes for a refund that it has not made and never will under this number. After any other the refund may
 * have been made, so it stays `sent` and is asked about again. Without the prefix `ACQ.`
 */
export const FINAL_CODES: ReadonlySet<string> = new Set([
  'INVALID_PARAMETER',
  'REASON_TRADE_BEEN_FREEZEN',
  'REASON_TRADE_REFUND_FEE_ERR',
  'REFUND_AMT_NOT_EQUAL_TOTAL',
  'REFUND_FEE_ERROR',
  'SELLER_BALANCE_NOT_ENOUGH',
  'TRADE_HAS_FINISHED',
  'TRADE_NOT_ALLOW_REFUND',
  'TRADE_NOT_EXIST',
  'TRADE_STATUS_ERROR',
])

export const isFinal = (code: string) => FINAL_CODES.has(code.replace(/^ACQ\./, ''))
