import { RequestRefusedError } from '../alipay/refusal'
import { type CartLine, orderable } from '../catalog/cart'
import { shippingWays } from '../catalog/postage'
import type { Bilingual, Language } from '../dictionary'
import type { Gateway } from '../gateway/gateway'
import type { OrderDraft } from '../orders/create-order'
import type { Drafted } from './drafted'
import { orderSubject } from './order-subject'

/** The checkout form's fields, as typed; their names are the gateway's (docs/protocol.md 2.2). */
export const CHECKOUT_FIELDS = [
  'receive_name',
  'receive_address',
  'receive_zip',
  'receive_mobile',
  'receive_phone',
  'logistics_type',
  'body',
] as const
export type CheckoutField = (typeof CHECKOUT_FIELDS)[number]
export type CheckoutFields = Record<CheckoutField, string>

/** `order` is what is wrong with the order as a whole. */
export type CheckoutErrors = Partial<Record<CheckoutField | 'order', Bilingual>>

const NO_GOODS = { zh: '没有可以下单的商品', en: 'There is nothing here that can be ordered' }
const MISSING = {
  receive_name: { zh: '请填写收货人姓名', en: 'Please give the name of the receiver' },
  receive_address: {
    zh: '请填写收货地址，省、市、区、街道和门牌',
    en: 'Please give the address: province, city, district, street and number',
  },
  receive_mobile: { zh: '手机和固定电话至少填一个', en: 'Please give a mobile or a landline number' },
  logistics_type: { zh: '请选择配送方式', en: 'Please choose a way of shipping' },
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
  const field = (name: CheckoutField) => typed[name].trim() || null
  const errors: CheckoutErrors = {}
  const ways = shippingWays(goodsFen, goods)
  const isSent = ways.length > 0
  const chosen = ways.find(({ type }) => type === typed.logistics_type)
  if (goods.length === 0) errors.order = NO_GOODS
  if (isSent) {
    if (!field('receive_name')) errors.receive_name = MISSING.receive_name
    if (!field('receive_address')) errors.receive_address = MISSING.receive_address
    if (!field('receive_mobile') && !field('receive_phone')) errors.receive_mobile = MISSING.receive_mobile
    if (!chosen) errors.logistics_type = MISSING.logistics_type
  }

  const draft = {
    gateway: gateway.name,
    language,
    subject: orderSubject(goods, language),
    body: field('body'),
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
      receiveName: field('receive_name'),
      receiveAddress: field('receive_address'),
      receiveZip: field('receive_zip'),
      receivePhone: field('receive_phone'),
      receiveMobile: field('receive_mobile'),
    }),
  } satisfies Omit<OrderDraft, 'buyerId'>
  if (goods.length === 0) return { ok: false, errors }
  for (const refusal of gateway.refusals(draft)) {
    const name = CHECKOUT_FIELDS.find((field) => field === refusal.parameter)
    const isOfGoods = refusal.parameter === 'subject' || refusal.parameter === 'price'
    if (!name && !isOfGoods) throw new RequestRefusedError([refusal])
    const { zh, en } = refusal
    if (name) errors[name] ??= { zh, en }
    else if (refusal.parameter === 'price') errors.order ??= { zh, en }
    else errors.order ??= { zh: `商品名称：${zh}`, en: `Name of the goods: ${en}` }
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, draft }
}
