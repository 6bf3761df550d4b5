import type { Order } from '@/generated/shop/client'
import type { Language } from '../dictionary'
import { formatYuan } from '../alipay/money'
import { paymentForm } from '../alipay/payment-form'
import type { Device, Gateway } from '../gateway/gateway'
import { logResult } from '../log'
import { setQrCode } from '../orders/change-order'
import { noteHandedOver } from '../orders/enquiry'
import { callGateway, noteHandOver, type Outcome } from './call-gateway'

/** A page for the browser; or a code, which the order's page shows; or why there is none. */
export type Started =
  { kind: 'form'; page: Buffer } | { kind: 'code' } | Exclude<Outcome, { kind: 'answered' }>

/**
 * Hands an order over to the gateway (alipayto, spec.md T3.1c): by a page that goes there, in the interface charset, or by
 * a code to scan, which the gateway makes. Throws RequestRefusedError for an order that the gateway would refuse; orders
 * are checked when they are made.
 */
export async function startPayment(
  order: Order,
  gateway: Gateway,
  { device, language, shopName }: { device: Device; language: Language; shopName: string },
): Promise<Started> {
  const request = gateway.pay(order, device)
  logResult('request made', { orderNo: order.orderNo, totalFen: order.totalFen })
  if (!request.byCode) {
    await noteHandOver(order.orderNo, request)
    const facts = {
      seller: shopName,
      goods: order.subject,
      amount: `¥${formatYuan(order.totalFen)}`,
      orderNo: order.orderNo,
      mark: '/pictures/seal.svg',
    }
    return { kind: 'form', page: paymentForm(request, language, facts) }
  }
  const { evidence, ...outcome } = await callGateway(order, request, gateway)
  if (outcome.kind !== 'answered') return outcome
  const code = evidence?.answer.params.get('qr_code') ?? ''
  if (!/^https?:\/\/\S{1,1000}$/.test(code))
    return { kind: 'unbelievable', code: 'no_trade', call: outcome.call }
  await setQrCode(order.orderNo, code)
  await noteHandedOver(order.orderNo)
  return { kind: 'code' }
}
