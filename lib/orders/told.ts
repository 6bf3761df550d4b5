import { z } from 'zod'
import { Prisma } from '@/generated/shop/client'
import { db } from '../db'
import type { Receiver } from './create-order'

const text = z.string().nullable()

const TOLD = z.object({
  receiver: z
    .object({
      receiveName: text,
      receiveAddress: text,
      receiveZip: text,
      receivePhone: text,
      receiveMobile: text,
    } satisfies Record<keyof Receiver, z.ZodType>)
    .optional(),
  /** As the buyer chose it at the cashier, not as the seller sent it. */
  logisticsType: z.string().optional(),
})

/** What the gateway says of the goods' way; what it does not mention is missing. Stored in Order.told. */
export type Told = z.infer<typeof TOLD>

/** News of it: when the gateway said so, and whether the status that came with it is older than the order's. */
export interface ToldNews {
  told: Told
  toldAt: Date
  isLateStatus: boolean
}

export const toldOf = ({ told }: { told?: unknown }): Told => TOLD.parse(told ?? {})

/**
 * The columns as they are after this news, for a SET: an older message that comes late changes nothing, and of one second
 * (the gateway's times have no fractions) the later status counts. The guard is in the statement.
 */
export function setTold(news: ToldNews | null): Prisma.Sql {
  if (!news) return Prisma.sql`"toldAt" = "toldAt"`
  const { told, toldAt, isLateStatus } = news
  const isNewer = isLateStatus
    ? Prisma.sql`"toldAt" < ${toldAt}::timestamptz`
    : Prisma.sql`"toldAt" <= ${toldAt}::timestamptz`
  const isNews = Prisma.sql`"toldAt" IS NULL OR ${isNewer}`
  return Prisma.sql`
    "told" = CASE WHEN ${isNews} THEN COALESCE("told", '{}') || ${JSON.stringify(told)}::jsonb ELSE "told" END,
    "toldAt" = CASE WHEN ${isNews} THEN ${toldAt}::timestamptz ELSE "toldAt" END`
}

/** Keeps it where the message moves nothing else. Safe to repeat. */
export async function noteTold({ id }: { id: string }, news: ToldNews): Promise<void> {
  await db().$executeRaw`UPDATE "shop"."Order" SET ${setTold(news)} WHERE "id" = ${id}`
}
