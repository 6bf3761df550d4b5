import { db } from '../db'
import { beijingDay, beijingMidnight } from './beijing-day'

export interface PaidDay {
  /** In Beijing, `yyyy-MM-dd`. */
  day: string
  orders: number
  /** What came in, in fen; later refunds are not taken off. */
  fen: number
}

/**
 * The payments of the last `days` days, today included, with a row for each day. By the gateway's time of payment;
 * where its clock is ahead of ours, tomorrow is today.
 */
export async function paidPerDay(now: Date, days: number): Promise<PaidDay[]> {
  const today = beijingDay(now)
  const rows = await db().$queryRaw<{ day: string; orders: number; fen: bigint }[]>`
    SELECT LEAST(to_char("paidAt" AT TIME ZONE 'UTC' + interval '8 hours', 'YYYY-MM-DD'), ${today}) AS day,
      count(*)::int AS orders, sum("paidFen")::bigint AS fen
    FROM "shop"."Order"
    WHERE "paidAt" >= ${beijingMidnight(now, days - 1)}::timestamptz
    GROUP BY 1`
  const paid = new Map(rows.map(({ day, orders, fen }) => [day, { orders, fen: Number(fen) }]))
  return Array.from({ length: days }, (_, index) => {
    const day = beijingDay(beijingMidnight(now, days - 1 - index))
    return { day, ...(paid.get(day) ?? { orders: 0, fen: 0 }) }
  })
}
