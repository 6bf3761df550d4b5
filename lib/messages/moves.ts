import type { Notification } from '@/generated/shop/client'
import { formatYuan } from '../alipay/money'

/** What a message did to its order: its statuses, and its total in fen where that is another one now. */
export type Moves = Pick<
  Notification,
  'fromTrade' | 'toTrade' | 'fromRefund' | 'toRefund' | 'fromFen' | 'toFen'
>

/** The state that a message moved its order to, such as `TRADE_CLOSED + REFUND_SUCCESS`, or null where it moved nothing. */
export function stateAfter({ toTrade, toRefund, fromFen, toFen }: Moves): string | null {
  if (toTrade === null && toRefund === null) return null
  const price = fromFen === null || toFen === null ? '' : `, ¥${formatYuan(fromFen)} -> ¥${formatYuan(toFen)}`
  return stateOf(toTrade, toRefund) + price
}

/** The same after the state before, such as `none -> WAIT_BUYER_PAY`; null where a message moved nothing. */
export function transitionOf(moves: Moves): string | null {
  const after = stateAfter(moves)
  return after && `${stateOf(moves.fromTrade, moves.fromRefund)} -> ${after}`
}

const stateOf = (trade: string | null, refund: string | null) =>
  (trade ?? 'none') + (refund ? ` + ${refund}` : '')

/** The statuses that an order went through, each machine for itself, what stayed the same once. */
export function statePath(moves: Pick<Moves, 'toTrade' | 'toRefund'>[]): {
  trade: string[]
  refund: string[]
} {
  const trade: string[] = []
  const refund: string[] = []
  for (const { toTrade, toRefund } of moves) {
    if (toTrade && trade.at(-1) !== toTrade) trade.push(toTrade)
    if (toRefund && refund.at(-1) !== toRefund) refund.push(toRefund)
  }
  return { trade, refund }
}
