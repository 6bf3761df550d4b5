import type { Notification } from '@/generated/shop/client'
import type { Account } from '../alipay/request'

/** Stands in until the real one is merged. */
export async function recheck(notificationId: string, account: Account): Promise<Notification | undefined> {
  void [notificationId, account]
  return undefined
}
