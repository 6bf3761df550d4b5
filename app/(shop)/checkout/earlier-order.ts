import { findOrderOfForm } from '@/lib/orders/find-orders'
import { currentOrNewBuyer } from '../account/current-buyer'

/** The page of the order that an idempotency key has made already. Sets its guest's cookie, in case the first response was lost. */
export async function pathOfEarlierOrder(formId: string): Promise<string | undefined> {
  const order = await findOrderOfForm(formId)
  if (!order) return undefined
  await currentOrNewBuyer(formId)
  return `/orders/${order.orderNo}`
}
