import { z } from 'zod'
import type { Order } from '@/generated/shop/client'

const SHIPPING = z.array(
  z.object({
    type: z.enum(['EXPRESS', 'EMS', 'POST', 'DIRECT']),
    feeFen: z.int().min(0),
    payer: z.enum(['BUYER', 'SELLER']),
  }),
)

/** One way of shipping as the gateway is told of it; the fee, in fen, is added to the total where the buyer bears it. */
export type Shipping = z.infer<typeof SHIPPING>[number]

export type ShippedOrder = Pick<Order, 'postageFen' | 'postagePayer' | 'virtual'> & { logistics?: unknown }

/**
 * The ways of shipping among which the buyer may still choose at the cashier (docs/protocol.md 2.2). The first is the one
 * that he chose in the shop and that Order.totalFen is with. DIRECT is 无需物流 (spec.md F5).
 */
export function shippingOf(order: ShippedOrder): readonly [Shipping, ...Shipping[]] {
  const [first, ...others] = SHIPPING.parse(order.logistics ?? [])
  const { postageFen: feeFen, postagePayer: payer, virtual } = order
  return first ? [first, ...others] : [{ type: virtual ? 'DIRECT' : 'EXPRESS', feeFen, payer }]
}

/** What the buyer pays for a way of shipping, in fen. */
export const buyersFeeFen = ({ feeFen, payer }: Pick<Shipping, 'feeFen' | 'payer'>) =>
  payer === 'BUYER' ? feeFen : 0

/** What the goods of an order cost, without the postage, in fen. */
export const goodsFenOf = (order: ShippedOrder & Pick<Order, 'totalFen'>) =>
  order.totalFen - buyersFeeFen({ feeFen: order.postageFen, payer: order.postagePayer })
