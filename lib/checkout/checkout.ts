import { addressLine, ADDRESS_FIELDS, type Address } from '../addresses/address'
import { readAddress } from '../addresses/read-address'
import { RequestRefusedError } from '../alipay/refusal'
import { type CartLine, orderable } from '../catalog/cart'
import { shippingWays } from '../catalog/postage'
import type { Bilingual, Language } from '../dictionary'
import type { Gateway } from '../gateway/gateway'
import type { OrderDraft } from '../orders/create-order'
import type { Drafted } from './drafted'
import { orderSubject } from './order-subject'

/** The checkout form's fields, as typed. */
export const CHECKOUT_FIELDS = [...ADDRESS_FIELDS, 'logistics_type', 'body'] as const
export type CheckoutField = (typeof CHECKOUT_FIELDS)[number]
export type CheckoutFields = Record<CheckoutField, string>

/** `order` is what is wrong with the order as a whole. */
export type CheckoutErrors = Partial<Record<CheckoutField | 'order', Bilingual>>

const NO_GOODS = { zh: '没有可以下单的商品', en: 'There is nothing here that can be ordered' }
const NO_WAY = { zh: '请选择配送方式', en: 'Please choose a delivery method' }

/** The field at which a parameter of the gateway is refused (docs/protocol.md 2.2). */
const FIELD_OF: Readonly<Record<string, CheckoutField>> = {
  receive_name: 'name',
  receive_mobile: 'mobile',
  receive_phone: 'phone',
  receive_address: 'street',
  receive_zip: 'zip',
  logistics_type: 'logistics_type',
  body: 'body',
}

/**
 * One order of all these goods (spec.md F10), or everything that the gateway would refuse, field by field. Prices are the
 * catalogue's; virtual goods alone need no receiver. The order's title is in `language`. Throws RequestRefusedError where
 * the gateway would refuse a setting of the shop.
 */
export function readCheckout(
  typed: CheckoutFields,
  lines: CartLine[],
  gateway: Gateway,
  language: Language,
): Drafted<CheckoutField | 'order'> {
  const { goods, goodsFen } = orderable(lines)
  const errors: CheckoutErrors = {}
  const ways = shippingWays(goodsFen, goods)
  const isSent = ways.length > 0
  const chosen = ways.find(({ type }) => type === typed.logistics_type)
  const read = readAddress(typed)
  const address: Address = read.ok ? read.address : typed
  if (goods.length === 0) errors.order = NO_GOODS
  if (isSent) {
    if (!read.ok) Object.assign(errors, read.errors)
    if (!chosen) errors.logistics_type = NO_WAY
  }

  const draft = {
    gateway: gateway.name,
    language,
    subject: orderSubject(goods, language),
    body: typed.body.trim() || null,
    items: goods.map(({ productId, variantId, name, priceFen, quantity }) => ({
      productId,
      variantId,
      name,
      priceFen,
      quantity,
    })),
    postageFen: chosen?.feeFen ?? 0,
    postagePayer: chosen?.payer ?? 'SELLER',
    logistics: chosen && [chosen, ...ways.filter((way) => way !== chosen)],
    virtual: !isSent,
    ...(isSent && {
      receiveName: address.name.trim() || null,
      receiveAddress: addressLine(address).trim() || null,
      receiveZip: address.zip.trim() || null,
      receivePhone: address.phone.trim() || null,
      receiveMobile: address.mobile.trim() || null,
    }),
  } satisfies Omit<OrderDraft, 'buyerId'>
  if (goods.length === 0) return { ok: false, errors }
  for (const refusal of gateway.refusals(draft)) {
    const name = FIELD_OF[refusal.parameter]
    const isOfGoods = refusal.parameter === 'subject' || refusal.parameter === 'price'
    if (!name && !isOfGoods) throw new RequestRefusedError([refusal])
    const { zh, en } = refusal
    if (name) errors[name] ??= { zh, en }
    else if (refusal.parameter === 'price') errors.order ??= { zh, en }
    else errors.order ??= { zh: `商品名称：${zh}`, en: `Name of the goods: ${en}` }
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, draft }
}
