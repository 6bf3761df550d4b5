import type { BadgeState } from '@/app/ui/order-badge'
import { possibleActions } from '@/lib/orders/possible-actions'
import { isRefund } from '@/lib/orders/refunds'
import type { ListedOrder } from '@/lib/orders/search-orders'

/** What the merchant is to do next about an order, and the place of it on the order's page. */
export type NextAction = 'ship' | 'refund' | 'price' | 'paid-late'

/** The most urgent action; undefined where the merchant has nothing to do. */
export function nextAction(
  order: Parameters<typeof possibleActions>[0] & Pick<ListedOrder, 'quotedFen'>,
  state: BadgeState,
): NextAction | undefined {
  if (state === 'refundAsked') return 'refund'
  if (state === 'paidLate') return 'paid-late'
  if (order.quotedFen !== null) return 'price'
  return possibleActions(order).ship ? 'ship' : undefined
}

type WaitingOrder = Pick<
  ListedOrder,
  'stage' | 'paidAt' | 'refundStatus' | 'refundAt' | 'refunds' | 'createdAt' | 'tradeStatus' | 'gateway'
>

/** Since when the buyer waits for the merchant; undefined where that is not so. */
export function waitsSince({ stage, paidAt, refundStatus, refundAt, refunds, ...order }: WaitingOrder) {
  const asked = refunds.find((refund) => isRefund(refund, 'asked'))
  if (asked) return asked.changedAt
  if (refundStatus === 'WAIT_SELLER_AGREE' || refundStatus === 'WAIT_SELLER_CONFIRM_GOODS')
    return refundAt ?? order.createdAt
  const isToShip = order.tradeStatus === 'WAIT_SELLER_SEND_GOODS' || order.gateway === 'open'
  return stage === 'paid' && refundStatus === null && isToShip ? (paidAt ?? order.createdAt) : undefined
}
