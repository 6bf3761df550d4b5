import { isDeepStrictEqual } from 'node:util'
import type { Order } from '@/generated/shop/client'
import { firstUnencodable } from '../alipay/charset'
import type { Gateway, Shipment } from '../gateway/gateway'
import { claimShipment, type StoredShipment } from '../orders/change-order'
import { callGateway, type Outcome } from './call-gateway'
import { queryTrade } from './query-trade'

/** `sent_before`: another request was first, and `shipment` is what it told the gateway. */
export type Shipped = Outcome | { kind: 'sent_before'; shipment: StoredShipment }

/**
 * Tells the gateway that the goods were sent, so that the buyer can confirm. Idempotent: repeating the same shipment does
 * nothing, another one returns the first. The order follows by the gateway's own word, queried right after.
 */
export async function shipOrder(order: Order, shipment: Shipment, gateway: Gateway): Promise<Shipped> {
  const { orderNo, tradeNo } = order
  const { logisticsName, invoiceNo } = shipment
  if (!tradeNo) return { kind: 'refused', code: 'TRADE_NOT_EXIST' }
  if (firstUnencodable(logisticsName + (invoiceNo ?? ''), gateway.charset) !== undefined)
    return { kind: 'refused', code: 'ILLEGAL_ENCODING' }
  if (!gateway.ship) throw new Error('this gateway ships nothing')
  const request = gateway.ship(tradeNo, shipment)
  const claim = await claimShipment(orderNo)
  if (claim.kind === 'claimed') {
    const outcome = await callGateway(order, request, gateway).catch(async (error: unknown) => {
      await claim.settle(null)
      throw error
    })
    await claim.settle(outcome.kind === 'answered' ? shipment : null)
    if (outcome.kind !== 'answered') return outcome
  } else if (!isDeepStrictEqual(claim.shipment, { ...shipment })) {
    return { kind: 'sent_before', shipment: claim.shipment }
  }
  await queryTrade(orderNo, gateway)
  return { kind: 'answered' }
}
