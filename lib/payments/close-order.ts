import type { Order } from '@/generated/shop/client'
import type { Gateway } from '../gateway/gateway'
import { hasRefusedPayment } from '../messages/refused-payments'
import { closeUntraded } from '../orders/change-order'
import { callGateway, ofOtherGateway, type Outcome } from './call-gateway'
import { queryTrade } from './query-trade'

/**
 * Closes an unpaid order, at the gateway first. An order whose buyer never logged in there has no trade: the shop closes
 * it alone, and a payment that comes all the same is recorded as paid late. `invalid`: the gateway is not called, because
 * it holds money for the order that was not accepted (refused-payments.ts).
 */
export async function closeOrder(order: Order, gateway: Gateway): Promise<Outcome | { kind: 'invalid' }> {
  const { orderNo, tradeNo } = order
  const other = ofOtherGateway(order, gateway)
  if (other) return other
  if (await hasRefusedPayment(orderNo)) return { kind: 'invalid' }
  const outcome = await callGateway(order, gateway.close(order), gateway)
  if (outcome.kind === 'refused' && outcome.code === 'TRADE_NOT_EXIST' && !tradeNo)
    return (await closeUntraded(order))
      ? { kind: 'answered', call: outcome.call }
      : { kind: 'refused', code: 'TRADE_STATUS_NOT_AVAILD', call: outcome.call }
  if (outcome.kind === 'answered') await queryTrade(orderNo, gateway)
  return outcome
}
