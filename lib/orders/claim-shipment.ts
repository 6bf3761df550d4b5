import { setTimeout as wait } from 'node:timers/promises'
import type { Order } from '@/generated/shop/client'
import { db } from '../db'

/** How an order was sent; `logisticsName` is the carrier. */
export type StoredShipment = Pick<Order, 'transportType' | 'logisticsName' | 'invoiceNo'>

export type ShipmentClaim =
  /** The caller alone may tell the gateway now, and then calls `settle`, with null where the gateway did not take it. */
  | { kind: 'claimed'; settle: (shipment: StoredShipment | null) => Promise<void> }
  /** Another request was first. */
  | { kind: 'sent'; shipment: StoredShipment }

/** Longer than the call to the gateway takes; if its process died, the claim expires after this time. */
const LEASE_MS = 30_000
const POLL_MS = 100

/**
 * Of several who ship an order at once one tells the gateway, which would say success to all of them; the others wait for
 * how that ends. The status of the order is not touched.
 */
export async function claimShipment(orderNo: string): Promise<ShipmentClaim> {
  for (;;) {
    const now = new Date()
    const shippingUntil = new Date(now.getTime() + LEASE_MS)
    const free = { OR: [{ shippingUntil: null }, { shippingUntil: { lte: now } }] }
    const { count } = await db().order.updateMany({
      where: { orderNo, logisticsName: null, ...free },
      data: { shippingUntil },
    })
    if (count === 1) return { kind: 'claimed', settle: settle(orderNo, shippingUntil) }
    const { logisticsName, transportType, invoiceNo } = await db().order.findUniqueOrThrow({
      where: { orderNo },
    })
    if (logisticsName !== null) return { kind: 'sent', shipment: { logisticsName, transportType, invoiceNo } }
    await wait(POLL_MS)
  }
}

const settle = (orderNo: string, shippingUntil: Date) => async (shipment: StoredShipment | null) => {
  await db().order.updateMany({
    where: { orderNo, shippingUntil },
    data: { ...shipment, shippingUntil: null },
  })
}
