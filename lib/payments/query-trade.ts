import type { Notification } from '@/generated/shop/client'
import type { Account } from '../alipay/request'

export type QueryResult =
  | { kind: 'answered'; row: Notification }
  | { kind: 'refused'; code: string }
  | { kind: 'unreachable'; reason: string }

/** Stand-in. */
export async function queryTrade(orderNo: string, account: Account): Promise<QueryResult> {
  return { kind: 'unreachable', reason: `not built: ${orderNo} at ${account.gatewayUrl}` }
}
