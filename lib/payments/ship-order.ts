import { isDeepStrictEqual } from 'node:util'
import type { Order } from '@/generated/shop/client'
import { firstUnencodable } from '../alipay/charset'
import type { Gateway, Shipment } from '../gateway/gateway'
import { claimShipment, shipByShop, type StoredShipment } from '../orders/change-order'
import { findOrder } from '../orders/find-orders'
import { isOpen } from '../orders/transitions'
import { callGateway, ofOtherGateway, type Outcome } from './call-gateway'
import { queryTrade } from './query-trade'

/** `sent_before`: another request was first, and `shipment` is what it told. `invalid`: nothing is to be shipped. */
export type Shipped = Outcome | { kind: 'sent_before'; shipment: StoredShipment } | { kind: 'invalid' }

/**
 * Tells the gateway that the goods were sent, so that the buyer can confirm; the order follows by the gateway's own word,
 * queried right after. An order of the open platform is shipped by the shop alone. Idempotent: repeating the same shipment
 * does nothing, another one returns the first. `unlessAsked`: not while the buyer asks the shop for a refund.
 */
export async function shipOrder(
  order: Order,
  shipment: Shipment,
  gateway: Gateway,
  unlessAsked = false,
): Promise<Shipped> {
  if (isOpen(order)) return shipHere(order, shipment, unlessAsked)
  const other = ofOtherGateway(order, gateway)
  if (other) return other
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

async function shipHere({ orderNo }: Order, shipment: Shipment, unlessAsked: boolean): Promise<Shipped> {
  if (await shipByShop(orderNo, shipment, unlessAsked)) return { kind: 'answered' }
  const { logisticsName, transportType, invoiceNo } = (await findOrder(orderNo)) ?? {}
  if (!logisticsName) return { kind: 'invalid' }
  const sent = { logisticsName, transportType: transportType ?? null, invoiceNo: invoiceNo ?? null }
  return isDeepStrictEqual(sent, { ...shipment })
    ? { kind: 'answered' }
    : { kind: 'sent_before', shipment: sent }
}
