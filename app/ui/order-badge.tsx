import { isRefundStatus } from '@/lib/alipay/status'
import { dictionary } from '@/lib/dictionary'
import { wordsIn } from '@/lib/language'
import { type DoubtedOrder, doubtOf } from '@/lib/payments/payment-doubt'
import { Badge, type BadgeLook } from './badge'

export interface BadgedOrder extends DoubtedOrder {
  /** A GatewayName of lib/orders/transitions.ts. */
  gateway: string
  stage: string
  refundStatus: string | null
  /** In fen. */
  refundedFen: number
  /** What the buyer asked back under the open platform (RefundState of lib/orders/refunds.ts). */
  refunds?: { state: string }[]
}

const LOOKS = {
  unpaid: { tone: 'wait', isHollow: true },
  unanswered: { tone: 'wait', isHollow: true },
  paid: { tone: 'wait' },
  shipped: { tone: 'info' },
  finished: { tone: 'go' },
  closed: { tone: 'idle', isHollow: true },
  paidLate: { tone: 'bad' },
  refundAsked: { tone: 'bad' },
  refunding: { tone: 'bad', isHollow: true },
  refunded: { tone: 'idle' },
} as const satisfies Record<string, BadgeLook>

export type BadgeState = keyof typeof LOOKS

/** One word for each state, the same to buyer and merchant. */
export const badgeWords = dictionary({
  zh: {
    unpaid: '待付款',
    unanswered: '付款确认中',
    paid: '待发货',
    shipped: '已发货',
    finished: '已完成',
    closed: '已关闭',
    paidLate: '关闭后付款',
    refundAsked: '退款待处理',
    refunding: '退款中',
    refunded: '已退款',
  } satisfies Record<BadgeState, string>,
  en: {
    unpaid: 'Unpaid',
    unanswered: 'Confirming payment',
    paid: 'To ship',
    shipped: 'Shipped',
    finished: 'Completed',
    closed: 'Closed',
    paidLate: 'Paid after closing',
    refundAsked: 'Refund requested',
    refunding: 'Refund in progress',
    refunded: 'Refunded',
  } satisfies Record<BadgeState, string>,
})

/** The state that an order is shown in; a refund counts before the trade while it goes on. */
export function badgeState(order: BadgedOrder): BadgeState {
  if (doubtOf(order) === 'unanswered') return 'unanswered'
  const refund = refundState(order)
  if (refund) return refund
  if (order.stage === 'closed') return order.paidAt ? 'paidLate' : 'closed'
  // an instant payment of the partner gateway, which waits for no goods
  if (order.tradeStatus === 'TRADE_SUCCESS' && order.gateway === 'partner') return 'finished'
  return order.stage === 'unpaid' || order.stage === 'paid' || order.stage === 'shipped'
    ? order.stage
    : 'finished'
}

function refundState({ stage, paidAt, refundStatus, refundedFen, refunds = [] }: BadgedOrder) {
  if (refunds.some(({ state }) => state === 'asked')) return 'refundAsked'
  if (refunds.some(({ state }) => state === 'sent')) return 'refunding'
  if (stage === 'closed' && paidAt && refundedFen > 0) return 'refunded'
  if (!refundStatus || !isRefundStatus(refundStatus)) return undefined
  if (refundStatus === 'WAIT_SELLER_AGREE' || refundStatus === 'WAIT_SELLER_CONFIRM_GOODS')
    return 'refundAsked'
  if (refundStatus === 'REFUND_SUCCESS') return 'refunded'
  return refundStatus === 'REFUND_CLOSED' || refundStatus === 'OVERED_REFUND' ? undefined : 'refunding'
}

/** Where an order stands, in one word and one colour. */
export async function OrderBadge({ order }: { order: BadgedOrder }) {
  const words = await wordsIn(badgeWords)
  const state = badgeState(order)
  return <Badge {...LOOKS[state]}>{words[state]}</Badge>
}
