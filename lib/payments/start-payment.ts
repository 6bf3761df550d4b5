import type { Order } from '@/generated/shop/client'
import type { Language } from '../dictionary'
import { paymentForm } from '../alipay/payment-form'
import { noteHandOver } from './call-gateway'
import { logResult } from '../log'
import type { Gateway } from '../gateway/gateway'

/**
 * The page that hands an order over to the gateway (alipayto, spec.md T3.1c), in the interface charset. Throws
 * RequestRefusedError for an order that the gateway would refuse; orders are checked when they are made.
 */
export async function startPayment(order: Order, gateway: Gateway, language: Language): Promise<Buffer> {
  const request = gateway.pay(order)
  await noteHandOver(order.orderNo, request)
  logResult('request made', { orderNo: order.orderNo, totalFen: order.totalFen })
  return paymentForm(request, language)
}
