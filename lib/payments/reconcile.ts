import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from '../alipay/request'
import type { UnsettledOrder } from '../orders/find-unsettled'
import { queryTrade } from './query-trade'

/**
 * What asking about one order came to. `settled`: nothing was missing; `applied`: what was missing is there now;
 * `no_trade`: the buyer has never logged in at the cashier; `person`: somebody has to look at it; `unreachable`: there
 * was no answer. `detail` says what it is about: a status, a transition, a code, a reason.
 */
export interface Finding {
  orderNo: string
  kind: 'settled' | 'applied' | 'no_trade' | 'person' | 'unreachable'
  detail: string
}

/** Between two questions: the gateway is not to be pestered. */
const PAUSE_MS = 200

/** So many in a row, and the gateway is down: asking on would help nobody. */
const UNREACHABLE_IN_A_ROW = 3

/**
 * Recovers lost notifications (掉单, spec.md T5.2A, T5.3): asks the gateway about one order after the other
 * (lib/orders/find-unsettled.ts) and applies the answers as every message is applied, by the one path. So it may run
 * beside the shop, beside another one, and at the moment at which the late notification comes after all. Ends early
 * where the gateway does not answer.
 */
export async function* reconcile(
  orders: UnsettledOrder[],
  account: Account,
  pauseMs = PAUSE_MS,
): AsyncGenerator<Finding> {
  let unreachable = 0
  for (const [index, order] of orders.entries()) {
    if (index > 0) await wait(pauseMs)
    const finding = { orderNo: order.orderNo, ...(await ask(order, account)) }
    yield finding
    unreachable = finding.kind === 'unreachable' ? unreachable + 1 : 0
    if (unreachable === UNREACHABLE_IN_A_ROW) return
  }
}

async function ask(order: UnsettledOrder, account: Account): Promise<Omit<Finding, 'orderNo'>> {
  const { orderNo, tradeStatus, paidLate } = order
  const result = await queryTrade(orderNo, account)
  if (result.kind === 'unreachable') return { kind: 'unreachable', detail: result.reason }
  if (result.kind === 'unbelievable') return { kind: 'person', detail: result.reason }
  if (result.kind === 'refused') {
    if (result.code !== 'TRADE_NOT_EXIST') return { kind: 'person', detail: result.code }
    return tradeStatus
      ? { kind: 'person', detail: `TRADE_NOT_EXIST, and here it is ${tradeStatus}` }
      : { kind: 'no_trade', detail: result.code }
  }
  const { verdict, reason, transition } = result.row
  if (verdict === 'applied') return { kind: 'applied', detail: transition ?? '' }
  if (verdict !== 'duplicate' && verdict !== 'stale')
    return { kind: 'person', detail: reason ? `${verdict}: ${reason}` : verdict }
  return paidLate
    ? { kind: 'person', detail: 'paid after it was closed, and not refunded' }
    : { kind: 'settled', detail: tradeStatus ?? '' }
}
