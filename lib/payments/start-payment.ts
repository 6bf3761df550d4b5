import type { Order } from '@/generated/shop/client'
import type { Language } from '../dictionary'
import { paymentForm } from '../alipay/payment-form'
import type { Account } from '../alipay/partner/request'
import { createPartnerTradeByBuyer } from '../alipay/partner/services/create-partner-trade-by-buyer'
import { noteHandOver } from './call-gateway'
import { logResult } from '../log'
import { paymentRequest, type ShopPages } from '../gateway/payment-request'

/**
 * The page that hands an order over to the gateway (alipayto, spec.md T3.1c), in the interface charset. Throws
 * RequestRefusedError for an order that the gateway would refuse; orders are checked when they are made.
 */
export async function startPayment(
  order: Order,
  account: Account & ShopPages,
  language: Language,
): Promise<Buffer> {
  const request = createPartnerTradeByBuyer(account, paymentRequest(order, account, account))
  await noteHandOver(order.orderNo, request)
  logResult('request made', { orderNo: order.orderNo, totalFen: order.totalFen })
  return paymentForm(request, language)
}
