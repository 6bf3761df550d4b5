import type { Order, PostagePayer } from '@/generated/shop/client'
import { db } from '../db'
import { newOrderNo } from './order-number'

export interface OrderDraft {
  buyerId: string
  subject: string
  body: string | null
  items: { productId: string | null; name: string; priceFen: number; quantity: number }[]
  postageFen: number
  postagePayer: PostagePayer
  /** Nothing to ship: delivered by a message. */
  virtual?: boolean
}

/** What the buyer pays, in fen: the goods, and the postage where he bears it (spec.md F10). */
export function totalFen({
  items,
  postageFen,
  postagePayer,
}: Pick<OrderDraft, 'items' | 'postageFen' | 'postagePayer'>) {
  const goodsFen = items.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0)
  return goodsFen + (postagePayer === 'BUYER' ? postageFen : 0)
}

/** Stores a new, unpaid order with its items and its `created` event. Amounts are fen. */
export function createOrder(draft: OrderDraft): Promise<Order> {
  const { items, ...order } = draft
  return db().order.create({
    data: {
      ...order,
      orderNo: newOrderNo(new Date()),
      totalFen: totalFen(draft),
      items: { create: items },
      events: { create: { kind: 'created' } },
    },
  })
}
