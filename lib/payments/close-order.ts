import type { Order } from '@/generated/shop/client'
import type { Account } from '../alipay/partner/request'
import { closeTrade } from '../alipay/partner/services'
import { closeUntraded } from '../orders/change-order'
import type { CallResult } from './call-result'
import { callGateway } from './call-gateway'
import { queryTrade } from './query-trade'
import { hasRefusedPayment } from '../messages/refused-payments'

/**
 * Closes an unpaid order, at the gateway first. An order whose buyer never logged in there has no trade; the shop
 * closes it alone, and a payment that comes all the same is told as paid late. `invalid`: the gateway is not called, because there is
 * money for it that was not accepted (refused-payments.ts).
 */
export async function closeOrder(order: Order, account: Account): Promise<CallResult | { kind: 'invalid' }> {
  const { orderNo, tradeNo } = order
  if (await hasRefusedPayment(orderNo)) return { kind: 'invalid' }
  const request = closeTrade(account, tradeNo ? { trade_no: tradeNo } : { out_order_no: orderNo })
  const answer = await callGateway(orderNo, request, account)
  if (answer.kind === 'refused' && answer.code === 'TRADE_NOT_EXIST' && !tradeNo) {
    const closed = await closeUntraded(order)
    return closed ? { kind: 'done' } : { kind: 'refused', code: 'TRADE_STATUS_NOT_AVAILD' }
  }
  if (answer.kind === 'refused') return { kind: 'refused', code: answer.code }
  if ('reason' in answer) return { kind: 'unreachable', reason: answer.reason }
  await queryTrade(orderNo, account)
  return { kind: 'done' }
}
