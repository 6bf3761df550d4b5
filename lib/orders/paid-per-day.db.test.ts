import { beforeAll, expect, it } from 'vitest'
import { db } from '../db'
import { newOrderNo } from './order-number'
import { paidPerDay } from './paid-per-day'

const NOW = new Date('2026-11-22T17:00:00Z') // one in the morning in Beijing, of the 23rd
const PAYMENTS = [
  ['2026-11-20T15:59:59.999Z', 1],
  ['2026-11-20T16:00:00Z', 20],
  ['2026-11-21T15:59:59.999Z', 300],
  ['2026-11-22T16:00:00Z', 2_000_000_000],
  ['2026-11-22T16:59:00Z', 2_000_000_000],
  ['2026-11-25T00:00:00Z', 5], // by a clock that is ahead
] as const

beforeAll(async () => {
  await db().order.deleteMany()
  const anOrder = { buyerId: 'test', subject: '茶', totalFen: 7 }
  await db().order.createMany({
    data: [
      { ...anOrder, orderNo: newOrderNo(NOW) }, // not paid
      ...PAYMENTS.map(([paidAt, paidFen]) => ({ ...anOrder, orderNo: newOrderNo(NOW), paidAt, paidFen })),
    ],
  })
})

it('Payments are counted by the day in Beijing, in fen, however many; days without any are there', async () => {
  expect(await paidPerDay(NOW, 3)).toEqual([
    { day: '2026-11-21', orders: 2, fen: 320 },
    { day: '2026-11-22', orders: 0, fen: 0 },
    { day: '2026-11-23', orders: 3, fen: 4_000_000_005 },
  ])
})

it('As many days as are asked for, up to today', async () => {
  const days = await paidPerDay(NOW, 30)
  expect(days).toHaveLength(30)
  expect(days[0]?.day).toBe('2026-10-25')
  expect(days.reduce((sum, { orders }) => sum + orders, 0)).toBe(6)
})

it('A shop of many years reads only the days asked for, by the index', async () => {
  await db().$executeRaw`
    INSERT INTO "shop"."Order" ("id", "orderNo", "buyerId", "subject", "totalFen", "paidFen", "paidAt")
    SELECT 'old-' || n, 'old-' || n, 'test', '茶', 1, 1, timestamptz '2020-01-01' + n * interval '1 hour'
    FROM generate_series(1, 20000) AS n`
  await db().$executeRaw`ANALYZE "shop"."Order"`
  const plan = await db().$queryRaw<{ 'QUERY PLAN': string }[]>`
    EXPLAIN SELECT count(*) FROM "shop"."Order" WHERE "paidAt" >= timestamptz '2026-10-25'`
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Order_paidAt_idx')
  expect((await paidPerDay(NOW, 3)).reduce((sum, { orders }) => sum + orders, 0)).toBe(5)
  await db().order.deleteMany()
})
