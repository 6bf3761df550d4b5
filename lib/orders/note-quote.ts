import type { Order } from '@/generated/shop/client'
import { db } from '../db'

/**
 * Notes a price that the gateway took payment at though nobody here has agreed to it, for the merchant to decide upon. Of
 * an order that can still be paid, and that nothing has moved meanwhile.
 */
export async function noteQuote(
  { id, version }: Pick<Order, 'id' | 'version'>,
  quote: { quotedFen: number; quotedAt: Date },
): Promise<void> {
  await db().$transaction(async (tx) => {
    const isNews = [{ quotedFen: null }, { quotedFen: { not: quote.quotedFen } }]
    const where = { id, version, tradeStatus: 'WAIT_BUYER_PAY' as const, OR: isNews }
    const { count } = await tx.order.updateMany({ where, data: { ...quote, version: { increment: 1 } } })
    if (count === 0) return
    await tx.orderEvent.createMany({ data: { orderId: id, kind: 'price_changed' }, skipDuplicates: true })
  })
}
