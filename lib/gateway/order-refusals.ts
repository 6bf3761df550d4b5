import type { Account } from '../alipay/partner/request'
import { checkEscrowRequest } from '../alipay/partner/request-rules'
import { type OrderDraft, totalFen } from '../orders/create-order'
import { paymentRequest, type ShopPages } from './payment-request'

/** All that the gateway would refuse of an order that is still to be made (spec.md F10). */
export function orderRefusals(
  { virtual = false, logistics = [], ...draft }: Omit<OrderDraft, 'buyerId'>,
  account: Account & ShopPages,
) {
  const order = { ...draft, virtual, logistics, orderNo: '0', totalFen: totalFen(draft) }
  return checkEscrowRequest({ ...paymentRequest(order, account, account) }, account.charset)
}
