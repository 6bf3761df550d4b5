import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { everyHour } from '../every-hour'
import type { Gateway } from '../gateway/gateway'
import { log } from '../log'
import { KEPT_HOURS } from '../orders/payable-until'
import { closeOrder } from './close-order'
import { queryTrade } from './query-trade'

const HOUR_MS = 60 * 60 * 1000

/** Longer than a payment takes that was begun in the last second. */
const GRACE_MS = 5 * 60 * 1000

const AT_ONCE = 500

/**
 * Closes orders of the open platform whose time to pay is over and that were handed over. Alipay does not tell that a trade
 * was closed unpaid, and a notification may be lost, so each is asked about first, and closed only by a signed answer
 * (threats.md 82, 90): one that cannot be asked about stays until the next hour. Safe in several processes at once. Returns
 * how many orders it closed.
 */
export async function closeExpired(gateway: Gateway, now = new Date()): Promise<number> {
  if (gateway.name !== 'open') return 0
  let closed = 0
  for (const { id, orderNo } of await findExpired(now)) {
    const { kind } = await queryTrade(orderNo, gateway)
    if (kind === 'unreachable') break // the others could not be asked about either
    if (kind === 'unbelievable') continue
    const order = await db().order.findUniqueOrThrow({ where: { id } })
    if (order.stage === 'unpaid') await closeOrder(order, gateway)
    const after = await db().order.findUniqueOrThrow({ where: { id }, select: { stage: true } })
    if (after.stage === 'closed') closed += 1
  }
  if (closed > 0) log().info({ closed }, 'expired orders closed')
  return closed
}

/** Those not asked about for longest come first, so that one without an answer does not keep the others waiting. */
function findExpired(now: Date): Promise<Pick<Order, 'id' | 'orderNo'>[]> {
  const before = new Date(now.getTime() - KEPT_HOURS * HOUR_MS - GRACE_MS)
  return db().order.findMany({
    where: {
      ...{ gateway: 'open', stage: 'unpaid', stockHeld: true, createdAt: { lt: before } },
      enquiry: { handedOverAt: { not: null } },
    },
    orderBy: [{ enquiry: { askedAt: { sort: 'asc', nulls: 'first' } } }, { id: 'asc' }],
    take: AT_ONCE,
    select: { id: true, orderNo: true },
  })
}

/** Does so in this process now and every hour. */
export const startClosingExpired = (gateway: Gateway) =>
  everyHour(() => closeExpired(gateway), 'expired orders could not be closed')
