import { isDeepStrictEqual } from 'node:util'
import type { Order } from '@/generated/shop/client'
import { firstUnencodable } from '../alipay/charset'
import type { Account } from '../alipay/partner/request'
import type { LogisticsType } from '../alipay/partner/services/create-partner-trade-by-buyer'
import { sendGoodsConfirmByPlatform } from '../alipay/partner/services/send-goods-confirm-by-platform'
import { claimShipment, type StoredShipment } from '../orders/claim-shipment'
import { callGateway, type Outcome } from './call-gateway'
import { queryTrade } from './query-trade'

/** How the goods go: at most 64 characters for the carrier and 32 for the waybill (docs/protocol.md 2.6). */
export interface Shipment {
  transportType: LogisticsType
  logisticsName: string
  invoiceNo: string | null
}

/** `sent_before`: another request was first, and `shipment` is what it told the gateway. */
export type Shipped = Outcome | { kind: 'sent_before'; shipment: StoredShipment }

/**
 * Tells the gateway that the goods were sent, so that the buyer can confirm. Safe to repeat: the same shipment again is
 * done, another one is told which was the first. The order follows by the gateway's own word, asked for right after.
 */
export async function shipOrder(order: Order, shipment: Shipment, account: Account): Promise<Shipped> {
  const { orderNo, tradeNo } = order
  const { logisticsName, invoiceNo } = shipment
  if (!tradeNo) return { kind: 'refused', code: 'TRADE_NOT_EXIST' }
  if (firstUnencodable(logisticsName + (invoiceNo ?? ''), account.charset) !== undefined)
    return { kind: 'refused', code: 'ILLEGAL_ENCODING' }
  const claim = await claimShipment(orderNo)
  if (claim.kind === 'claimed') {
    const outcome = await tellGateway(orderNo, tradeNo, shipment, account).catch(async (error: unknown) => {
      await claim.settle(null)
      throw error
    })
    await claim.settle(outcome.kind === 'answered' ? shipment : null)
    if (outcome.kind !== 'answered') return outcome
  } else if (!isDeepStrictEqual(claim.shipment, { ...shipment })) {
    return { kind: 'sent_before', shipment: claim.shipment }
  }
  await queryTrade(orderNo, account)
  return { kind: 'answered' }
}

function tellGateway(
  orderNo: string,
  tradeNo: string,
  { transportType, logisticsName, invoiceNo }: Shipment,
  account: Account,
): Promise<Outcome> {
  const request = sendGoodsConfirmByPlatform(account, {
    trade_no: tradeNo,
    logistics_name: logisticsName,
    invoice_no: invoiceNo ?? undefined,
    transport_type: transportType,
  })
  return callGateway(orderNo, 'ship', request, account)
}
