import { formatYuan } from '../alipay/money'
import type { Account } from '../alipay/partner/request'
import { checkEscrowRequest } from '../alipay/partner/request-rules'
import type { EscrowParams } from '../alipay/partner/services'
import type { Refusal } from '../alipay/refusal'
import { type OrderDraft, totalFen } from '../orders/create-order'
import { goodsFenOf, type Shipping, shippingOf } from '../orders/shipping'
import type { PayableOrder } from './gateway'

/** Where the gateway sends its messages and links (spec.md T3.2b). */
export interface ShopPages {
  notifyUrl: string
  returnUrl: string
  showUrl: string
}

/** The key before the account's: it proves messages and answers, but signs nothing, until the moment (threats.md 13). */
export interface OldKey {
  key: string
  until: Date
}

/** Whether a message that comes `now` may be signed with the old key. */
export const isInTime = ({ until }: OldKey, now: Date) => now < until

export type PartnerAccount = Account & { oldKey?: OldKey }
export type PartnerSettings = PartnerAccount & ShopPages

/**
 * A stored order in the gateway's words (spec.md T3.3a). The whole order is one item of quantity 1; its price is the
 * goods alone, because the gateway adds the postage itself where the buyer pays it (spec.md F10, protocol.md 2.2).
 */
export function paymentParams(order: PayableOrder, settings: PartnerSettings): EscrowParams {
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
    seller_id: settings.partner, // wins, and never changes; the e-mail may (protocol.md 2.2)
    seller_email: settings.sellerEmail,
    notify_url: settings.notifyUrl,
    return_url: settings.returnUrl,
    show_url: settings.showUrl,
  }
}

const PAYMENT = { BUYER: 'BUYER_PAY', SELLER: 'SELLER_PAY' } as const

const logisticsGroup = (n: '_1' | '_2', shipping: Shipping | undefined) =>
  shipping && {
    [`logistics_type${n}`]: shipping.type,
    [`logistics_fee${n}`]: formatYuan(shipping.feeFen),
    [`logistics_payment${n}`]: PAYMENT[shipping.payer],
  }

/** All that the gateway would refuse of an order that is still to be made (spec.md F10). */
export function draftRefusals(draft: Omit<OrderDraft, 'buyerId'>, settings: PartnerSettings): Refusal[] {
  const { logistics = null, virtual = false } = draft
  const order = { ...draft, logistics, virtual, orderNo: '0', totalFen: totalFen(draft) }
  return checkEscrowRequest({ ...paymentParams(order, settings) }, settings.charset)
}
