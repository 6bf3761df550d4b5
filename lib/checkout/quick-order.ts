import type { Language } from '../dictionary'
import { RequestRefusedError } from '../alipay/partner/request-rules'
import type { CartLine } from '../catalog/cart'
import { shippingWays } from '../catalog/postage'
import type { OrderDraft } from '../orders/create-order'
import type { Gateway } from '../gateway/gateway'
import { orderSubject } from './order-subject'

/**
 * The order of goods of which nothing has to be asked (lib/catalog/is-quick.ts), or undefined where it costs more than the
 * gateway takes. Throws RequestRefusedError where the gateway would refuse what is not the buyer's to change.
 */
export function quickOrder(
  line: CartLine,
  gateway: Gateway,
  language: Language,
): Omit<OrderDraft, 'buyerId'> | undefined {
  const { productId, variantId, name, priceFen, quantity, virtual } = line
  const items = [{ productId, variantId, name, priceFen, quantity }]
  const [way] = shippingWays(priceFen * quantity, [line])
  const draft = {
    subject: orderSubject(items, language),
    body: null,
    items,
    postageFen: way?.feeFen ?? 0,
    postagePayer: way?.payer ?? ('SELLER' as const),
    virtual,
  }
  const refusals = gateway.refusals(draft)
  const notOfPrice = refusals.filter(({ parameter }) => parameter !== 'price')
  if (notOfPrice.length > 0) throw new RequestRefusedError(notOfPrice)
  return refusals.length > 0 ? undefined : draft
}
