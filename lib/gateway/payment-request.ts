import type { Order } from '@/generated/shop/client'
import { formatYuan } from '../alipay/money'
import type { Account } from '../alipay/partner/request'
import type { EscrowParams } from '../alipay/partner/services/create-partner-trade-by-buyer'
import type { Receiver } from '../orders/create-order'
import { goodsFenOf, type Shipping, type ShippedOrder, shippingOf } from '../orders/shipping'

/** Where the gateway sends its messages and links (spec.md T3.2b). */
export interface ShopPages {
  notifyUrl: string
  returnUrl: string
  showUrl: string
}

export type PayableOrder = Pick<Order, 'orderNo' | 'subject' | 'body' | 'totalFen'> &
  ShippedOrder &
  Partial<Receiver>

/**
 * A stored order in the gateway's words (spec.md T3.3a). The whole order is one item of quantity 1; its price is the
 * goods alone, because the gateway adds the postage itself where the buyer bears it (spec.md F10, protocol.md 2.2).
 */
export function paymentRequest(order: PayableOrder, account: Account, pages: ShopPages): EscrowParams {
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
    seller_id: account.partner, // wins, and never changes; the e-mail may (protocol.md 2.2)
    seller_email: account.sellerEmail,
    notify_url: pages.notifyUrl,
    return_url: pages.returnUrl,
    show_url: pages.showUrl,
  }
}

const PAYMENT = { BUYER: 'BUYER_PAY', SELLER: 'SELLER_PAY' } as const

const logisticsGroup = (n: '_1' | '_2', shipping: Shipping | undefined) =>
  shipping && {
    [`logistics_type${n}`]: shipping.type,
    [`logistics_fee${n}`]: formatYuan(shipping.feeFen),
    [`logistics_payment${n}`]: PAYMENT[shipping.payer],
  }
