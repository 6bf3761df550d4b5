import { db } from '../db'
import { FULL_ORDER } from './full-order'

/**
 * One order of this buyer with its items and events, or null: another buyer's order counts as missing. The number
 * comes from an address and may be anything.
 */
export async function findBuyersOrder(buyerId: string, orderNo: string) {
  if (!/^\w{1,64}$/.test(orderNo)) return null
  return db().order.findFirst({
    where: { orderNo, buyerId },
    include: FULL_ORDER,
  })
}

/** A buyer's latest 100 orders, with their items. */
export function listBuyersOrders(buyerId: string) {
  return db().order.findMany({
    where: { buyerId },
    include: { items: FULL_ORDER.items, enquiry: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
}

export function findOrder(orderNo: string) {
  return db().order.findUnique({ where: { orderNo } })
}

/** The order that a form has made, or null. */
export function findOrderOfForm(formId: string) {
  return db().order.findUnique({ where: { formId } })
}

/** The order that a trade number is bound to, or null. */
export function findOrderByTradeNo(tradeNo: string) {
  return db().order.findUnique({ where: { tradeNo } })
}
