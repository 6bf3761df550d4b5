import type { Order } from '@/generated/shop/client'
import { formatYuan } from '../alipay/money'
import type { Account } from '../alipay/partner/request'
import { checkEscrowRequest } from '../alipay/partner/request-rules'
import type { EscrowParams } from '../alipay/partner/services'
import { type OrderDraft, type Receiver, totalFen } from '../orders/create-order'
import { goodsFenOf, type Shipping, type ShippedOrder, shippingOf } from '../orders/shipping'

/** Where the gateway sends its messages and links (spec.md T3.2b). */
export interface ShopPages {
  notifyUrl: string
  returnUrl: string
  showUrl: string
}

/** The merchant's account and pages, as a payment names them. */
export type Shop = Account & ShopPages

export type PayableOrder = Pick<Order, 'orderNo' | 'subject' | 'body' | 'totalFen'> &
  ShippedOrder &
  Partial<Receiver>

/**
 * The parameters of an order's payment (spec.md T3.3a). The whole order is one item of quantity 1; its price is that of the
 * goods alone, because the gateway adds the postage where the buyer pays it (spec.md F10, protocol.md 2.2).
 */
export function paymentRequest(order: PayableOrder, shop: Shop): EscrowParams {
  const [chosen, second, third] = shippingOf(order)
  return {
    out_trade_no: order.orderNo,
    subject: order.subject,
    body: order.body ?? undefined,
    price: formatYuan(goodsFenOf(order)),
    quantity: '1',
    payment_type: '1',
    logistics_type: chosen.type,
    logistics_fee: formatYuan(chosen.feeFen),
    logistics_payment: PAYMENT[chosen.payer],
    ...logisticsGroup('_1', second),
    ...logisticsGroup('_2', third),
    receive_name: order.receiveName ?? undefined,
    receive_address: order.receiveAddress ?? undefined,
    receive_zip: order.receiveZip ?? undefined,
    receive_phone: order.receivePhone ?? undefined,
    receive_mobile: order.receiveMobile ?? undefined,
    seller_id: shop.partner, // takes precedence over the e-mail, and never changes (protocol.md 2.2)
    seller_email: shop.sellerEmail,
    notify_url: shop.notifyUrl,
    return_url: shop.returnUrl,
    show_url: shop.showUrl,
  }
}

const PAYMENT = { BUYER: 'BUYER_PAY', SELLER: 'SELLER_PAY' } as const

const logisticsGroup = (n: '_1' | '_2', shipping: Shipping | undefined) =>
  shipping && {
    [`logistics_type${n}`]: shipping.type,
    [`logistics_fee${n}`]: formatYuan(shipping.feeFen),
    [`logistics_payment${n}`]: PAYMENT[shipping.payer],
  }

/** What the gateway would refuse of an order that is not made yet (spec.md F10). */
export function orderRefusals(
  { virtual = false, logistics = [], ...draft }: Omit<OrderDraft, 'buyerId'>,
  shop: Shop,
) {
  const order = { ...draft, virtual, logistics, orderNo: '0', totalFen: totalFen(draft) }
  return checkEscrowRequest({ ...paymentRequest(order, shop) }, shop.charset)
}
