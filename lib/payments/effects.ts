import type { Order } from '@/generated/shop/client'
import type { Gateway } from '../gateway/gateway'
import { startEffectLoop } from '../orders/effect-loop'
import { returnStock } from '../orders/return-stock'
import type { EffectHandler } from '../orders/run-effects'
import { shipOrder } from './ship-order'

/**
 * What this shop does after something has happened to an order: the place for a mail to the buyer, the
 * points. The events (EventKind in lib/orders/transitions.ts) are written together with the order's status; a handler
 * is run after that commit, never inside it, and the gateway's answer does not wait for it.
 *
 * Guaranteed: every handler is run at least once for each event of its kinds, and once it has succeeded, not again.
 * After a failure it is tried again, after 10 s, 40 s, 3 min, ... and from then on every 6 h. What is left to do is
 * kept in the database (Effect), so it survives a restart, and several processes share it. A handler that is added
 * hears of the events that come after it was started first, not of those of long ago.
 *
 * Not guaranteed: an order among handlers, or among the events of one order. So a handler throws where it has to be
 * tried again, ends within 90 s, looks at what the order is now, and is safe to run twice: a process may die between
 * what it did and the note that it was done.
 */
export const effects = (gateway: Gateway): EffectHandler[] => [
  {
    name: 'deliver virtual goods',
    on: ['paid'],
    run: (_event, order) => deliverVirtualGoods(order, gateway),
  },
  {
    name: 'return stock',
    on: ['closed'], // unpaid, or with the money given back
    run: async (_event, order) => void (await returnStock(order.id)),
  },
]

/** Starts them in this process, the server's. */
export const startEffects = (gateway: Gateway) => startEffectLoop(effects(gateway))

/**
 * Nothing has to be packed, so the money is not kept waiting for a person (spec.md F5): the gateway is told that the
 * goods are on their way. A refund that was asked for first is for the merchant to decide, since shipping would end it.
 */
async function deliverVirtualGoods(order: Order, gateway: Gateway): Promise<void> {
  if (!order.virtual || order.tradeStatus !== 'WAIT_SELLER_SEND_GOODS' || order.refundStatus) return
  const shipment = { transportType: 'DIRECT', logisticsName: '无需物流', invoiceNo: null } as const
  const outcome = await shipOrder(order, shipment, gateway)
  if (outcome.kind === 'refused') throw new Error(`the gateway refuses the shipment: ${outcome.code}`)
  if ('code' in outcome) throw new Error(`the gateway has not confirmed the shipment: ${outcome.code}`)
}
