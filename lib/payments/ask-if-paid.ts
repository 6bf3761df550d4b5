import type { Order } from '@/generated/shop/client'
import type { Gateway } from '../gateway/gateway'
import { findOrder } from '../orders/find-orders'
import { claimQuestion, findEnquiry, noteHandedOver } from '../orders/enquiry'
import { queryTrade } from './query-trade'

/** How long a buyer waits for the page. */
const TIMEOUT_MS = 4_000

/** Rate limit: at most one query about an order in this time. */
const GAP_MS = 10_000

export type Payment = 'paid' | 'unpaid' | 'unknown'

/**
 * Asks the gateway whether an order is paid, before a page or a payment form says that it is not (spec.md T5.2A). Within
 * GAP_MS of the last query its answer stands. Waits TIMEOUT_MS at most.
 */
export async function askIfPaid(
  { orderNo }: Pick<Order, 'orderNo'>,
  gateway: Gateway,
  timeoutMs = TIMEOUT_MS,
): Promise<Payment> {
  if (await claimQuestion(orderNo, GAP_MS)) await queryTrade(orderNo, gateway, timeoutMs)
  const order = await findOrder(orderNo)
  if (!order) return 'unknown'
  if (order.paidAt) return 'paid'
  const { askedAt, answeredAt } = (await findEnquiry(orderNo)) ?? {}
  return askedAt && answeredAt && answeredAt >= askedAt ? 'unpaid' : 'unknown'
}

/**
 * The same after a return that is not verified. The buyer comes from the cashier and may have paid since the last answer,
 * so the order counts as handed over again: while it is too early for another query, the page says that it may be paid.
 */
export async function askAfterReturn(order: Pick<Order, 'orderNo'>, gateway: Gateway): Promise<void> {
  await noteHandedOver(order.orderNo)
  await askIfPaid(order, gateway)
}
