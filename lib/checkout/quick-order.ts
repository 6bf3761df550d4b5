import type { Language } from '../dictionary'
import { RequestRefusedError } from '../alipay/refusal'
import type { CartLine } from '../catalog/cart'
import { shippingWays } from '../catalog/postage'
import type { Gateway } from '../gateway/gateway'
import type { Drafted } from './drafted'
import { orderSubject } from './order-subject'

/**
 * The order of goods that need no form (`needsNoAddress`, lib/catalog/products.ts), or the error that it costs more than
 * the gateway takes. Throws RequestRefusedError where the gateway would refuse what the buyer cannot change.
 */
export function quickOrder(line: CartLine, gateway: Gateway, language: Language): Drafted<'price'> {
  const { productId, variantId, name, priceFen, quantity, virtual } = line
  const items = [{ productId, variantId, name, priceFen, quantity }]
  const [way] = shippingWays(priceFen * quantity, [line])
  const draft = {
    gateway: gateway.name,
    language,
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
  const [price] = refusals
  return price ? { ok: false, errors: { price } } : { ok: true, draft }
}
