import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { findOrderOfForm } from '@/lib/orders/find-orders'
import { currentOrNewBuyer } from './current-buyer'

/** Ends an action at the page of an order. */
export function leadToOrder({ orderNo }: { orderNo: string }): never {
  refresh() // whoever goes back from there finds a new form, for another order
  redirect(`/orders/${orderNo}`)
}

/** Ends at the order that this sending of a form has made already, if it has, as its buyer if the first answer was lost. */
export async function leadToEarlierOrder(formId: string): Promise<void> {
  const order = await findOrderOfForm(formId)
  if (!order) return
  await currentOrNewBuyer(formId)
  leadToOrder(order)
}
