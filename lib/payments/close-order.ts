import type { Order } from '@/generated/shop/client'
import type { Account } from '../alipay/request'
import type { CallResult } from './call-result'

/** Stand-in. */
export async function closeOrder(order: Order, account: Account): Promise<CallResult> {
  return { kind: 'unreachable', reason: `not built: ${order.orderNo} ${account.partner}` }
}
