import type { Order } from '@/generated/shop/client'
import { db } from '../db'

/** Notes how an order was sent, the first time that is said: the gateway keeps that one. Its status is not touched. */
export async function setShipment(
  orderNo: string,
  { transportType, logisticsName, invoiceNo }: Pick<Order, 'transportType' | 'logisticsName' | 'invoiceNo'>,
): Promise<void> {
  const data = { transportType, logisticsName, invoiceNo }
  await db().order.updateMany({ where: { orderNo, logisticsName: null }, data })
}
