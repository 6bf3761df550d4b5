import { seeOther } from '@/app/see-other'
import { env } from '@/lib/env'
import { receiveMessage } from '@/lib/payments/receive-message'
import { readReturn } from '../read-arrival'

/** The synchronous return (docs/spec.md T3.1f): processed like a notification, shown on the order's page. */
export async function GET(request: Request) {
  const { id, orderNo } = await receiveMessage(readReturn(request), env().alipay)
  return seeOther(`/orders${orderNo ? `/${encodeURIComponent(orderNo)}` : ''}?return=${id}`)
}
