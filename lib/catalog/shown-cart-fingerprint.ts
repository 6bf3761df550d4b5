import { type CartLine, orderable } from './cart'
import { shippingWays } from './postage'

/** What a buyer has seen of what he orders: which goods, how many, at what prices and postage. Equal where all of it is. */
export function seenOrder(lines: CartLine[]): string {
  const { goods, goodsFen } = orderable(lines)
  return JSON.stringify([
    goods.map(({ variantId, quantity, priceFen }) => [variantId, quantity, priceFen]),
    shippingWays(goodsFen, goods).map(({ type, feeFen, payer }) => [type, feeFen, payer]),
  ])
}
