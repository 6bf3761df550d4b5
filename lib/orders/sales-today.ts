import { beijingMidnight } from '../alipay/beijing-time'
import { db } from '../db'

export interface Sales {
  /** Orders paid, by the gateway's time of payment. */
  paid: number
  /** What was paid, in fen; later refunds are not subtracted. */
  fen: number
  /** Orders placed. */
  placed: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The sales of today, by the day in Beijing, and those of yesterday until the same time. What is dated after now counts as
 * today, since the gateway's clock may be ahead.
 */
export async function salesToday(now: Date): Promise<{ today: Sales; yesterday: Sales }> {
  const [today, yesterday] = await Promise.all([
    salesBetween(beijingMidnight(now)),
    salesBetween(beijingMidnight(now, 1), new Date(now.getTime() - DAY_MS)),
  ])
  return { today, yesterday }
}

/** From a moment on, until another, which is not included. */
async function salesBetween(gte: Date, lt?: Date): Promise<Sales> {
  const [placed, { _count: paid, _sum: sum }] = await Promise.all([
    db().order.count({ where: { createdAt: { gte, lt } } }),
    db().order.aggregate({ where: { paidAt: { gte, lt } }, _count: true, _sum: { paidFen: true } }),
  ])
  return { paid, fen: sum.paidFen ?? 0, placed }
}
