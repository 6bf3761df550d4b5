import { beijing } from '@/app/ui/format'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { orderWords } from './order-words'

interface GatewayTimeProps {
  at: Date
  /** The event by which the shop learned of it, if it has come. */
  event: 'paid' | 'refunded'
  order: Pick<FullOrder, 'events'>
}

const TOLERANCE_MS = 5_000

/** A moment by the gateway's clock. The sandbox's can be set ahead, and then it is later than the shop's own news of it. */
export async function GatewayTime({ at, event, order }: GatewayTimeProps) {
  const spoken = await language()
  const heardAt = order.events.find(({ kind }) => kind === event)?.createdAt ?? new Date()
  const isAhead = env().sandbox && at.getTime() - heardAt.getTime() > TOLERANCE_MS
  return (
    <>
      {beijing(at, spoken)}
      {isAhead && <span className="text-muted">{orderWords[spoken].sandboxTime}</span>}
    </>
  )
}
