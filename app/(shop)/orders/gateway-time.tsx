import { beijing } from '@/app/ui/format'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { orderWords } from './order-words'

interface GatewayTimeProps {
  at: Date
  /** The event by which the shop learned of it. */
  event: 'paid' | 'refunded'
  order: Pick<FullOrder, 'events'>
}

const TOLERANCE_MS = 5_000

/** A time by the gateway's clock, with a note if the sandbox's clock was set ahead of the shop's. */
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
