import type { Order } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import type { Reason } from '../alipay/reason-codes'
import type { Amount, Claim, Gateway, Quote } from '../gateway/gateway'
import { findOrderAndHolder } from '../orders/find-orders'

export type Match =
  | (Reason & { kind: 'refused'; verdict: Verdict; paidOtherwise?: { order: Order; quote: Quote<number> } })
  | { kind: 'matched'; order: Order; quote: Extract<Amount, { kind: 'right' }>['quote'] }

/**
 * Which order a claim is about: it has to exist, be made under this interface, be bound to this trade number since the first contact or to none yet, and
 * have this amount (docs/protocol.md 5.10). A right sign alone proves none of that.
 */
export async function matchOrder(claim: Claim, gateway: Gateway): Promise<Match> {
  const { orderNo, tradeNo } = claim
  const { order, holder } = await findOrderAndHolder(orderNo, tradeNo)
  if (!order) return { kind: 'refused', verdict: 'unknown_order', code: 'no_order', detail: orderNo }
  // the same number means another trade under the other interface (threats.md 78)
  if (order.gateway !== gateway.name)
    return { kind: 'refused', verdict: 'unknown_order', code: 'other_gateway', detail: order.gateway }
  const bound = wrongTradeNo(order, tradeNo, holder)
  if (bound) return { ...bound, kind: 'refused', verdict: 'bad_trade_no' }
  const amount = gateway.amount(claim, order)
  if (amount.kind === 'right') return { kind: 'matched', order, quote: amount.quote }
  const { code, detail, paidAt } = amount
  const paidOtherwise = paidAt && { order, quote: paidAt }
  return { kind: 'refused', verdict: 'bad_amount', code, detail, paidOtherwise }
}

function wrongTradeNo(order: Order, tradeNo: string, holder: Order | undefined): Reason | undefined {
  if (!/^\d{16,64}$/.test(tradeNo)) return { code: 'no_trade_no', detail: tradeNo }
  if (order.tradeNo === tradeNo) return undefined
  if (order.tradeNo) return { code: 'order_has_other_trade', detail: order.tradeNo }
  return holder && { code: 'trade_has_other_order', detail: holder.orderNo }
}
