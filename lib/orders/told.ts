import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Order } from '@/generated/shop/client'
import { RECEIVER_FIELDS } from './receiver'

const TOLD = z.object({
  receiver: z.record(z.enum(RECEIVER_FIELDS), z.string().nullable()).optional(),
  /** As the buyer chose it at the cashier, not as the seller sent it. */
  logisticsType: z.string().optional(),
})

/** What the gateway says of receiver and shipping; what it does not mention is missing. Stored in Order.told. */
export type Told = z.infer<typeof TOLD>

/** An update of it: when the gateway said so, and whether the status that came with it is older than the order's. */
export interface ToldNews {
  told: Told
  toldAt: Date
  isLateStatus: boolean
}

export const toldOf = ({ told }: { told?: unknown }): Told => TOLD.parse(told ?? {})

/**
 * The columns of an order after this news; none where it changes nothing. An older message that comes late changes
 * nothing, and of one second (the gateway's times have no fractions) the later status counts.
 */
export function toldAfter(
  order: Pick<Order, 'told' | 'toldAt'>,
  news: ToldNews | null,
): { told?: Told; toldAt?: Date } {
  if (!news) return {}
  const { toldAt, isLateStatus } = news
  const age = order.toldAt ? toldAt.getTime() - order.toldAt.getTime() : 1
  if (age < 0 || (age === 0 && isLateStatus)) return {}
  const before = toldOf(order)
  const { receiver = before.receiver, logisticsType = before.logisticsType } = news.told
  const isSame = isDeepStrictEqual([receiver, logisticsType], [before.receiver, before.logisticsType])
  return age === 0 && isSame ? {} : { told: { receiver, logisticsType }, toldAt }
}
