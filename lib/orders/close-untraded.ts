import type { Order } from '@/generated/shop/client'
import { db } from '../db'

/** Closes an order that no trade was ever bound to, if nothing has moved it meanwhile. Answers whether it did. */
export async function closeUntraded({ id, version }: Pick<Order, 'id' | 'version'>): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.order.updateMany({
      where: { id, version, tradeNo: null, tradeStatus: null },
      data: { tradeStatus: 'TRADE_CLOSED', version: { increment: 1 } },
    })
    if (count === 1) await tx.orderEvent.create({ data: { orderId: id, kind: 'closed' } })
    return count === 1
  })
}
