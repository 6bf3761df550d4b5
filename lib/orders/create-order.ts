import type { Order, PostagePayer, Prisma } from '@/generated/shop/client'
import { db } from '../db'
import type { Language } from '../dictionary'
import { newOrderNo } from './order-number'
import { wakeOutbox } from './outbox'
import type { Receiver } from './receiver'
import { buyersFeeFen, type Shipping } from './shipping'
import type { GatewayName } from './transitions'

export interface OrderDraft extends Partial<Receiver> {
  /** The interface under which the order is made; without it, the partner gateway. */
  gateway?: GatewayName
  buyerId: string
  /** Of the pages on which it is made; without it Chinese. */
  language?: Language
  /** Idempotency key: one form makes one order, however often it is submitted. */
  formId?: string
  subject: string
  body: string | null
  /** In the cart's order, which is kept. */
  items: {
    productId: string | null
    variantId?: string | null
    name: string
    priceFen: number
    quantity: number
  }[]
  postageFen: number
  postagePayer: PostagePayer
  /** The way of the two fields before and the other ways that the buyer may choose; without it there is no choice. */
  logistics?: Shipping[]
  /** Nothing to ship: delivered by a message. */
  virtual?: boolean
}

/** What the buyer pays, in fen: the goods, and the postage if the buyer pays it (spec.md F10). */
export function totalFen({
  items,
  postageFen,
  postagePayer,
}: Pick<OrderDraft, 'items' | 'postageFen' | 'postagePayer'>) {
  const goodsFen = items.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0)
  return goodsFen + buyersFeeFen({ feeFen: postageFen, payer: postagePayer })
}

/**
 * Stores a new, unpaid order with its items and its `created` event. Amounts are fen. For goods of the catalogue: orderGoods.
 * In a transaction (`tx`) the caller wakes the outbox after the commit.
 */
export async function createOrder(
  draft: OrderDraft & { stockHeld?: boolean },
  tx?: Prisma.TransactionClient,
): Promise<Order> {
  const { items, logistics, ...rest } = draft
  const order = await (tx ?? db()).order.create({
    data: {
      ...rest,
      logistics: logistics?.map((way) => ({ ...way })),
      orderNo: newOrderNo(new Date()),
      totalFen: totalFen(draft),
      items: { create: items.map((item, position) => ({ ...item, position })) },
      events: { create: { kind: 'created' } },
    },
  })
  if (!tx) wakeOutbox()
  return order
}
