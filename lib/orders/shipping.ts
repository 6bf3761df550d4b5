import { z } from 'zod'
import type { Order } from '@/generated/shop/client'
import { LOGISTICS_TYPES } from '../alipay/logistics'

const SHIPPING = z.array(
  z.object({
    type: z.enum(LOGISTICS_TYPES),
    feeFen: z.int().min(0),
    payer: z.enum(['BUYER', 'SELLER']),
  }),
)

/** One way of shipping, as it is sent to the gateway; the fee, in fen, is added to the total where the buyer pays it. */
export type Shipping = z.infer<typeof SHIPPING>[number]

export type ShippedOrder = Pick<Order, 'postageFen' | 'postagePayer' | 'virtual'> & { logistics?: unknown }

/**
 * The ways of shipping among which the buyer may choose at the cashier (docs/protocol.md 2.2). The first was chosen in the
 * shop, and Order.totalFen includes its fee. Virtual goods are DIRECT (spec.md F5).
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
