import type { Order } from '@/generated/shop/client'
import { db } from '../db'

/** Notes how an order was sent; its status is not touched. */
export async function setShipment(
  orderNo: string,
  { transportType, logisticsName, invoiceNo }: Pick<Order, 'transportType' | 'logisticsName' | 'invoiceNo'>,
): Promise<void> {
  await db().order.update({ where: { orderNo }, data: { transportType, logisticsName, invoiceNo } })
}
