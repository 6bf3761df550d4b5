import { everyHour } from '../every-hour'
import type { Gateway } from '../gateway/gateway'
import { log } from '../log'
import { receiveOverdue } from '../orders/change-order'
import { findOverdue, findSentRefunds } from '../orders/find-due'
import { settleRefund } from './refund-order'

/** Longer than the two calls of a refund take, so that one that is being made is left alone. */
const IN_FLIGHT_MS = 60_000

const AT_ONCE = 500

/**
 * Counts goods as received that the buyer has said nothing about, and asks what became of refunds without an answer. Safe
 * in several processes at once. Stops asking where the gateway does not answer.
 */
export async function finishDue(gateway: Gateway, now = new Date()): Promise<void> {
  let received = 0
  for (const orderNo of await findOverdue(now, AT_ONCE)) if (await receiveOverdue(orderNo, now)) received += 1
  if (received > 0) log().info({ received }, 'orders counted as received')
  if (!gateway.refundQuery) return
  for (const { order, ...refund } of await findSentRefunds(new Date(now.getTime() - IN_FLIGHT_MS), AT_ONCE)) {
    const { kind } = await settleRefund(order, refund, gateway)
    if (kind === 'unreachable') return
  }
}

/** Does so in this process now and every hour. */
export const startFinishing = (gateway: Gateway) =>
  everyHour(() => finishDue(gateway), 'due orders could not be finished')
