import { expect, it } from 'vitest'
import { db } from '../db'
import { newOrderNo } from './order-number'
import { salesToday } from './sales-today'

const NOW = new Date('2026-11-22T17:00:00Z') // one in the morning in Beijing, of the 23rd

it('Today is compared with yesterday until the same time, by the day in Beijing, in fen, however many', async () => {
  await db().order.deleteMany()
  const order = (createdAt: string, paidAt?: string, paidFen?: number) => ({
    ...{ orderNo: newOrderNo(NOW), buyerId: 'test', subject: '茶', totalFen: 7 },
    ...{ createdAt: new Date(createdAt), paidAt: paidAt ? new Date(paidAt) : null, paidFen: paidFen ?? null },
  })
  await db().order.createMany({
    data: [
      order('2026-11-21T15:59:59Z', '2026-11-21T15:59:59.999Z', 1), // before yesterday
      order('2026-11-21T16:00:00Z', '2026-11-21T16:00:00Z', 20),
      order('2026-11-21T16:30:00Z'),
      order('2026-11-21T17:00:00Z', '2026-11-21T17:00:00Z', 300), // after this time of day
      order('2026-11-22T16:00:00Z', '2026-11-22T16:00:00Z', 2_000_000_000),
      order('2026-11-22T16:00:01Z', '2026-11-25T00:00:00Z', 2_000_000_000), // by a clock that is ahead
    ],
  })
  expect(await salesToday(NOW)).toEqual({
    today: { paid: 2, fen: 4_000_000_000, placed: 2 },
    yesterday: { paid: 1, fen: 20, placed: 2 },
  })
})
