import type { Order } from '@/generated/shop/client'
import type { Account } from '../alipay/request'
import type { CallResult } from './call-result'

export interface Shipment {
  transportType: 'POST' | 'EXPRESS' | 'EMS' | 'DIRECT'
  logisticsName: string
  invoiceNo: string | null
}

/** Stand-in. */
export async function shipOrder(order: Order, shipment: Shipment, account: Account): Promise<CallResult> {
  return {
    kind: 'unreachable',
    reason: `not built: ${order.orderNo} ${shipment.logisticsName} ${account.partner}`,
  }
}
