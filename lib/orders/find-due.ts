import type { Order, Refund } from '@/generated/shop/client'
import { db } from '../db'
import type { RefundState } from './refunds'
import type { Stage } from './transitions'

/** The numbers of orders that the shop has shipped and that count as received by now, the longest overdue first. */
export async function findOverdue(now: Date, limit: number): Promise<string[]> {
  const stage: Stage = 'shipped'
  const states: RefundState[] = ['asked', 'sent']
  const orders = await db().order.findMany({
    where: { stage, finishAt: { lte: now }, refunds: { none: { state: { in: states } } } },
    select: { orderNo: true },
    orderBy: [{ finishAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  return orders.map(({ orderNo }) => orderNo)
}

/** Refunds that were sent before this moment and are not settled, with their orders, the oldest first. */
export function findSentRefunds(before: Date, limit: number): Promise<(Refund & { order: Order })[]> {
  const state: RefundState = 'sent'
  return db().refund.findMany({
    where: { state, changedAt: { lt: before } },
    include: { order: true },
    orderBy: [{ changedAt: 'asc' }, { no: 'asc' }],
    take: limit,
  })
}
