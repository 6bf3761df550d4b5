import type { Order } from '@/generated/shop/client'
import { formatYuan } from '../alipay/money'
import type { Account } from '../alipay/request'
import type { EscrowParams } from '../alipay/services/create-partner-trade-by-buyer'

/** Where the gateway sends its messages and links (spec.md T3.2b). */
export interface ShopPages {
  notifyUrl: string
  returnUrl: string
  showUrl: string
}

export type PayableOrder = Pick<
  Order,
  'orderNo' | 'subject' | 'body' | 'totalFen' | 'postageFen' | 'postagePayer' | 'virtual'
>

/**
 * A stored order in the gateway's words (spec.md T3.3a). The whole order is one item of quantity 1; its price is the
 * goods alone, because the gateway adds the postage itself where the buyer bears it (spec.md F10, protocol.md 2.2).
 */
export function paymentRequest(order: PayableOrder, account: Account, pages: ShopPages): EscrowParams {
  const buyerPays = order.postagePayer === 'BUYER'
  return {
    out_trade_no: order.orderNo,
    subject: order.subject,
    body: order.body ?? undefined,
    price: formatYuan(order.totalFen - (buyerPays ? order.postageFen : 0)),
    quantity: '1',
    payment_type: '1',
    logistics_type: order.virtual ? 'DIRECT' : 'EXPRESS', // 无需物流, with a fee of 0.00 (spec.md F5)
    logistics_fee: formatYuan(order.postageFen),
    logistics_payment: buyerPays ? 'BUYER_PAY' : 'SELLER_PAY',
    seller_email: account.sellerEmail,
    notify_url: pages.notifyUrl,
    return_url: pages.returnUrl,
    show_url: pages.showUrl,
  }
}
