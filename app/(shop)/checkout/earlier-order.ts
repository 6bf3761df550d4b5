import { findOrderOfForm } from '@/lib/orders/find-orders'
import { currentOrNewBuyer } from '../account/current-buyer'

/** The page of the order that this sending of a form has made already, if it has; as its buyer if the first answer was lost. */
export async function pathOfEarlierOrder(formId: string): Promise<string | undefined> {
  const order = await findOrderOfForm(formId)
  if (!order) return undefined
  await currentOrNewBuyer(formId)
  return `/orders/${order.orderNo}`
}
