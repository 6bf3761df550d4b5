import { type CartLine, orderable } from './cart'
import { shippingWays } from './postage'

/**
 * A fingerprint of the cart as the checkout page showed it: goods, quantities, prices and postage. The form sends it back,
 * so that an order on other terms is not placed.
 */
export function shownCartFingerprint(lines: CartLine[]): string {
  const { goods, goodsFen } = orderable(lines)
  return JSON.stringify([
    goods.map(({ variantId, quantity, priceFen }) => [variantId, quantity, priceFen]),
    shippingWays(goodsFen, goods).map(({ type, feeFen, payer }) => [type, feeFen, payer]),
  ])
}
