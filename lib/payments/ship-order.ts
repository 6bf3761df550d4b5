import { isDeepStrictEqual } from 'node:util'
import type { Order } from '@/generated/shop/client'
import { firstUnencodable } from '../alipay/charset'
import type { Account } from '../alipay/partner/request'
import type { LogisticsType } from '../alipay/logistics'
import { sendGoodsConfirmByPlatform } from '../alipay/partner/services'
import { claimShipment, type StoredShipment } from '../orders/change-order'
import type { CallResult } from './call-result'
import { callGateway } from './call-gateway'
import { queryTrade } from './query-trade'

/** How the goods go: at most 64 characters for the carrier and 32 for the waybill (docs/protocol.md 2.6). */
export interface Shipment {
  transportType: LogisticsType
  logisticsName: string
  invoiceNo: string | null
}

/** `sent_before`: another request was first, and `shipment` is what it told the gateway. */
export type ShipResult = CallResult | { kind: 'sent_before'; shipment: StoredShipment }

/**
 * Tells the gateway that the goods were sent, so that the buyer can confirm. Safe to repeat: the same shipment again is
 * done, another one is told which was the first. The order follows by the gateway's own word, asked for right after.
 */
export async function shipOrder(order: Order, shipment: Shipment, account: Account): Promise<ShipResult> {
  const { orderNo, tradeNo } = order
  const { logisticsName, invoiceNo } = shipment
  if (!tradeNo) return { kind: 'refused', code: 'TRADE_NOT_EXIST' }
  if (firstUnencodable(logisticsName + (invoiceNo ?? ''), account.charset) !== undefined)
    return { kind: 'refused', code: 'ILLEGAL_ENCODING' }
  const claim = await claimShipment(orderNo)
  if (claim.kind === 'claimed') {
    const result = await tellGateway(orderNo, tradeNo, shipment, account).catch(async (error: unknown) => {
      await claim.settle(null)
      throw error
    })
    await claim.settle(result.kind === 'done' ? shipment : null)
    if (result.kind !== 'done') return result
  } else if (!isDeepStrictEqual(claim.shipment, { ...shipment })) {
    return { kind: 'sent_before', shipment: claim.shipment }
  }
  await queryTrade(orderNo, account)
  return { kind: 'done' }
}

async function tellGateway(
  orderNo: string,
  tradeNo: string,
  { transportType, logisticsName, invoiceNo }: Shipment,
  account: Account,
): Promise<CallResult> {
  const request = sendGoodsConfirmByPlatform(account, {
    trade_no: tradeNo,
    logistics_name: logisticsName,
    invoice_no: invoiceNo ?? undefined,
    transport_type: transportType,
  })
  const answer = await callGateway(orderNo, request, account)
  if (answer.kind === 'refused') return { kind: 'refused', code: answer.code }
  if (answer.kind === 'done') return { kind: 'unreachable', reason: 'an answer without a trade' }
  if ('reason' in answer) return { kind: 'unreachable', reason: answer.reason }
  return answer.params.get('trade_no') === tradeNo
    ? { kind: 'done' }
    : { kind: 'unreachable', reason: 'an answer about another trade' }
}
