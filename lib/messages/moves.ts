import type { Notification } from '@/generated/shop/client'
import { formatYuan } from '../alipay/money'

/** What a message did to its order: its statuses before and after, and its total in fen where the price changed. */
export type Moves = Pick<
  Notification,
  'fromTrade' | 'toTrade' | 'fromRefund' | 'toRefund' | 'fromFen' | 'toFen'
>

/** The state to which a message moved its order, such as `TRADE_CLOSED + REFUND_SUCCESS`; null where it moved nothing. */
export function stateAfter({ toTrade, toRefund, fromFen, toFen }: Moves): string | null {
  if (toTrade === null && toRefund === null) return null
  const price = fromFen === null || toFen === null ? '' : `, ¥${formatYuan(fromFen)} -> ¥${formatYuan(toFen)}`
  return stateOf(toTrade, toRefund) + price
}

/** Both states, such as `none -> WAIT_BUYER_PAY`; null where the message moved nothing. */
export function transitionOf(moves: Moves): string | null {
  const after = stateAfter(moves)
  return after && `${stateOf(moves.fromTrade, moves.fromRefund)} -> ${after}`
}

const stateOf = (trade: string | null, refund: string | null) =>
  (trade ?? 'none') + (refund ? ` + ${refund}` : '')

/** The statuses that an order went through, without repeats, trade and refund apart. */
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
