import { seeOther } from '@/app/see-other'
import { env } from '@/lib/env'
import { findOrder } from '@/lib/orders/find-orders'
import { receiveMessage } from '@/lib/payments/receive-message'
import { isBareVisit, readReturn } from '../read-arrival'

/** The synchronous return (docs/spec.md T3.1f): processed like a notification, shown on the order's page. */
export async function GET(request: Request) {
  if (isBareVisit(request)) return seeOther('/orders')
  const { id, orderNo } = await receiveMessage(readReturn(request), env().alipay)
  const order = orderNo === null ? null : await findOrder(orderNo)
  return seeOther(`/orders${order ? `/${order.orderNo}` : ''}?return=${id}`)
}
