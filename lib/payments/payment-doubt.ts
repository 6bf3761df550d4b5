import type { Order } from '@/generated/shop/client'
import type { EnquiredOrder } from '../orders/enquiry'
import { isPayable } from '../orders/possible-actions'

/**
 * Whether an order without a payment may have been paid all the same. `none`: it was not; `handed_over`: the buyer got a
 * payment form, and no message came since (notifications get lost, spec.md T5.3); `unanswered`: the gateway was asked and
 * did not answer.
 */
export type Doubt = 'none' | 'handed_over' | 'unanswered'

export type DoubtedOrder = EnquiredOrder & Pick<Order, 'tradeStatus' | 'paidAt'>

/** How long an answer "not paid" holds: the cashier may still be open in another window. */
const ANSWER_HOLDS_MS = 60_000

export function doubtOf(order: DoubtedOrder, now = new Date()): Doubt {
  const { handedOverAt, askedAt, answeredAt } = order.enquiry ?? {}
  const isOpen = isPayable(order) || order.tradeStatus === 'TRADE_CLOSED' // the others have words of their own
  if (order.paidAt || !isOpen) return 'none'
  if (askedAt && (!answeredAt || answeredAt < askedAt)) return 'unanswered'
  if (!isPayable(order) || !handedOverAt) return 'none'
  const isFresh = answeredAt && now.getTime() - answeredAt.getTime() < ANSWER_HOLDS_MS
  return isFresh && answeredAt >= handedOverAt ? 'none' : 'handed_over'
}

/**
 * When the gateway was last asked without an answer, or last said that nothing was paid; null where the order is neither
 * unpaid nor unanswered: a bank transfer under way, for example, is not "not paid".
 */
export function lastAskedAt(order: DoubtedOrder, now = new Date()): Date | null {
  if (doubtOf(order, now) === 'unanswered') return order.enquiry?.askedAt ?? null
  return isPayable(order) ? (order.enquiry?.answeredAt ?? null) : null
}
