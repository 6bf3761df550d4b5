import type { Order } from '@/generated/shop/client'
import type { Gateway } from '../gateway/gateway'
import { MAILED_EVENTS, mailOrder } from '../orders/mail-order'
import { type EffectHandler, startOutbox } from '../orders/outbox'
import { returnStock } from '../orders/return-stock'
import { isAt, isOpen } from '../orders/transitions'
import { shipOrder } from './ship-order'

/**
 * What this shop does after an event of an order (EventKind in lib/orders/transitions.ts). An outbox: the event is written together with the order's status, and a handler runs after that commit.
 *
 * Guaranteed: every handler runs at least once for each event of its kinds, also after a restart, and not again once it has
 * succeeded. After a failure it is tried again with backoff: 10 s, 40 s, 3 min, ..., then every 6 h. A new handler gets
 * the events that come after its first start.
 *
 * Not guaranteed: an order among handlers, or among the events of one order. So a handler throws to be tried again, ends
 * within 90 s, looks at the order's present state, and is idempotent: a process may die before it notes the success.
 */
export const effects = (gateway: Gateway): EffectHandler[] => [
  {
    name: 'deliver virtual goods',
    on: ['paid'],
    run: (_event, order) => deliverVirtualGoods(order, gateway),
  },
  {
    name: 'return stock',
    on: ['closed'], // unpaid, or refunded
    run: async (_event, order) => void (await returnStock(order.id)),
  },
  { name: 'post mails', on: MAILED_EVENTS, run: mailOrder },
]

/** Starts the handlers in this process, the server's. */
export const startEffects = (gateway: Gateway) => startOutbox(effects(gateway))

/**
 * Ships at once, because nothing has to be packed (spec.md F5). A refund that was asked for first is for the merchant to
 * decide, since shipping would end it.
 */
async function deliverVirtualGoods(order: Order, gateway: Gateway): Promise<void> {
  const waits = isOpen(order) ? isAt(order, 'paid') : order.tradeStatus === 'WAIT_SELLER_SEND_GOODS'
  if (!order.virtual || !waits || order.refundStatus) return
  const shipment = { transportType: 'DIRECT', logisticsName: '无需物流', invoiceNo: null } as const
  const outcome = await shipOrder(order, shipment, gateway, true)
  if (outcome.kind === 'refused') throw new Error(`the gateway refuses the shipment: ${outcome.code}`)
  if ('code' in outcome) throw new Error(`the gateway has not confirmed the shipment: ${outcome.code}`)
}
