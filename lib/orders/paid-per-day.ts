import { beijingDay, beijingMidnight } from '../alipay/beijing-time'
import { db } from '../db'

export interface PaidDay {
  /** In Beijing, `yyyy-MM-dd`. */
  day: string
  orders: number
  /** What was paid, in fen; later refunds are not subtracted. */
  fen: number
}

/**
 * The payments of the last `days` days, today included, with a row for each day, by the gateway's time of payment. A
 * payment dated after today counts as today, since the gateway's clock may be ahead.
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
