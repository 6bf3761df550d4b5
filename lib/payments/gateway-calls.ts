import type { GatewayCall } from '@/generated/shop/client'
import { db } from '../db'

/** Our calls to the gateway about an order, newest first. */
export function listCalls(orderNo: string): Promise<GatewayCall[]> {
  return db().gatewayCall.findMany({ where: { orderNo }, orderBy: { sentAt: 'desc' }, take: 100 })
}
