import { redirect } from 'next/navigation'
import { findOrderOfForm } from '@/lib/orders/find-orders'
import { currentOrNewBuyer } from './current-buyer'

/** Ends at the order that this sending of a form has made already, if it has, as its buyer if the first answer was lost. */
export async function leadToEarlierOrder(formId: string): Promise<void> {
  const order = await findOrderOfForm(formId)
  if (!order) return
  await currentOrNewBuyer(formId)
  redirect(`/orders/${order.orderNo}`)
}
