import type { Order } from '@/generated/shop/client'
import type { Language } from '../dictionary'
import { paymentForm } from '../alipay/payment-form'
import { createPartnerTradeByBuyer } from '../alipay/partner/services'
import { noteHandOver } from './call-gateway'
import { logResult } from '../log'
import { paymentRequest, type Shop } from '../gateway/payment-request'

/**
 * The page that hands an order over to the gateway (alipayto, spec.md T3.1c), in the interface charset. Throws
 * RequestRefusedError for an order that the gateway would refuse; orders are checked when they are made.
 */
export async function startPayment(order: Order, shop: Shop, language: Language): Promise<Buffer> {
  const request = createPartnerTradeByBuyer(shop, paymentRequest(order, shop))
  await noteHandOver(order.orderNo, request)
  logResult('request made', { orderNo: order.orderNo, totalFen: order.totalFen })
  return paymentForm(request, language)
}
