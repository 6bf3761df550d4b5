import { type CartLine, orderable } from '../catalog/cart'
import { shippingWays } from '../catalog/postage'
import type { Account } from '../alipay/request'
import { RequestRefusedError } from '../alipay/request-refused'
import { checkEscrowRequest } from '../alipay/request-rules'
import { type OrderDraft, totalFen } from '../orders/create-order'
import { orderSubject } from './order-subject'
import { paymentRequest, type ShopPages } from './payment-request'

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
export type CheckoutErrors = Partial<Record<CheckoutField | 'order', string>>

export type Checkout =
  { ok: true; draft: Omit<OrderDraft, 'buyerId'> } | { ok: false; errors: CheckoutErrors }

/**
 * One order of all these goods (spec.md F10), or what is wrong, field by field: all that the gateway would refuse. Prices
 * are the catalogue's; virtual goods alone have no receiver. Throws RequestRefusedError where a setting of the shop is
 * what the gateway would refuse.
 */
export function readCheckout(
  typed: CheckoutFields,
  lines: CartLine[],
  account: Account & ShopPages,
): Checkout {
  const { goods, goodsFen } = orderable(lines)
  const field = (name: CheckoutField) => typed[name].trim() || null
  const errors: CheckoutErrors = {}
  const ways = shippingWays(goodsFen, goods)
  const isSent = ways.length > 0
  const chosen = ways.find(({ type }) => type === typed.logistics_type)
  if (goods.length === 0) errors.order = '没有可以下单的商品'
  if (isSent) {
    if (!field('receive_name')) errors.receive_name = '请填写收货人姓名'
    if (!field('receive_address')) errors.receive_address = '请填写收货地址，省、市、区、街道和门牌'
    if (!field('receive_mobile') && !field('receive_phone'))
      errors.receive_mobile = '手机和固定电话至少填一个'
    if (!chosen) errors.logistics_type = '请选择配送方式'
  }

  const draft = {
    subject: orderSubject(goods),
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
  const order = { ...draft, logistics: draft.logistics ?? null, orderNo: '0', totalFen: totalFen(draft) }
  if (goods.length === 0) return { ok: false, errors }
  for (const refusal of checkEscrowRequest({ ...paymentRequest(order, account, account) }, account.charset)) {
    const name = CHECKOUT_FIELDS.find((field) => field === refusal.parameter)
    const isOfGoods = refusal.parameter === 'subject' || refusal.parameter === 'price'
    if (!name && !isOfGoods) throw new RequestRefusedError([refusal]) // a setting, not something typed
    if (name) errors[name] ??= refusal.zh
    else errors.order ??= refusal.parameter === 'subject' ? `商品名称：${refusal.zh}` : refusal.zh
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, draft }
}
