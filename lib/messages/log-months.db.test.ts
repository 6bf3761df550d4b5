import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { db } from '../db'
import { dropOldMonths } from './drop-old-months'
import { LOG_MONTHS_SQL, makeLogMonths, makeMonthSql, monthOf } from './log-months'
import { anOrder } from './testing/messages'

const months = async () =>
  (await db().$queryRawUnsafe<{ month: string }[]>(LOG_MONTHS_SQL)).map(({ month }) => month)

async function anEntry(receivedAt: string, orderNo: string | null = null) {
  const id = randomUUID()
  await db().notification.create({
    data: {
      ...{ id, channel: 'notify', receivedAt: new Date(receivedAt), remoteAddress: '', orderNo },
      ...{ rawBytes: new Uint8Array([0, 255]), verdict: 'applied', answer: 'success', milliseconds: 1 },
    },
  })
  return id
}

/** The partition of an entry; undefined where there is no such entry. */
async function placeOf(id: string) {
  const [row] = await db().$queryRaw<{ place: string }[]>`
    SELECT "tableoid"::regclass::text AS place FROM "shop"."Notification" WHERE "id" = ${id}`
  return row?.place.replace(/^shop\.|"/g, '')
}

describe('the months of the log', () => {
  it('are those of Beijing', () => {
    expect(monthOf(new Date('2026-11-30T15:59:59.999Z'))).toBe('2026-11')
    expect(monthOf(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12')
    expect(monthOf(new Date('2026-11-15T00:00:00Z'), -11)).toBe('2025-12')
    expect(monthOf(new Date('2026-12-31T23:00:00Z'), 1)).toBe('2027-02')
  })

  it('are there for the present month and three ahead, and are made ahead by several processes at once', async () => {
    expect(await months()).toEqual(
      expect.arrayContaining([0, 1, 2, 3].map((moved) => monthOf(new Date(), moved))),
    )
    const now = new Date('2040-11-15T00:00:00Z')
    await Promise.all(Array.from({ length: 8 }, () => makeLogMonths(now)))
    expect((await months()).filter((month) => month > '2040')).toEqual([
      '2040-11',
      '2040-12',
      '2041-01',
      '2041-02',
    ])
    const last = await anEntry('2040-12-31T15:59:59.999Z')
    const first = await anEntry('2040-12-31T16:00:00Z')
    expect(await placeOf(last)).toBe('Notification_2040_12')
    expect(await placeOf(first)).toBe('Notification_2041_01')
    expect(await db().notification.findUnique({ where: { id: first } })).toMatchObject({ id: first })
    await db().notification.deleteMany({ where: { id: { in: [first, last] } } })
  })

  it('a message of a month without a partition is kept, and its month is then not made', async () => {
    const id = await anEntry('2043-05-01T00:00:00Z')
    expect(await placeOf(id)).toBe('Notification_default')
    await makeLogMonths(new Date('2043-04-20T00:00:00Z'))
    expect((await months()).filter((month) => month > '2043')).toEqual(['2043-04', '2043-06', '2043-07'])
    expect(await placeOf(id)).toBe('Notification_default')
    await db().notification.delete({ where: { id } })
  })

  it('goes on being written while partitions are made', async () => {
    const writer = new pg.Client(process.env.DATABASE_URL)
    await writer.connect()
    const isServer = !(await writer.query('SELECT version()')).rows[0].version.includes('emscripten')
    try {
      await writer.query('BEGIN')
      const write = `INSERT INTO "shop"."Notification" ("id", "channel", "receivedAt", "remoteAddress", "rawBytes", "verdict", "answer", "milliseconds")
        VALUES ($1, 'notify', now(), '', '', 'applied', 'success', 1)`
      const id = randomUUID()
      await writer.query(write, [id])
      // the embedded database is a single session, where the other waits for the end of the transaction
      if (isServer) await makeLogMonths(new Date('2046-01-15T00:00:00Z'))
      await writer.query('ROLLBACK')
      if (isServer) expect(await months()).toContain('2046-01')
    } finally {
      await writer.end()
    }
  })
})

describe('the retention', () => {
  const now = new Date('2012-06-15T00:00:00Z')
  const drop = async (dryRun: boolean) => {
    const dropped = []
    for await (const one of dropOldMonths(3, { now, dryRun })) dropped.push(one)
    return dropped
  }

  it('drops whole months before those that are kept, but no evidence of a payment that is not settled', async () => {
    await db().notification.deleteMany({ where: { receivedAt: { lt: now } } }) // what other tests left
    for (const month of ['2012-01', '2012-02', '2012-03']) await db().$executeRawUnsafe(makeMonthSql(month))
    const order = async (data: object) => {
      const { orderNo } = await anOrder()
      await db().order.update({ where: { orderNo }, data })
      return orderNo
    }
    const finished = await order({ stage: 'finished' })
    const shipped = await order({ stage: 'shipped' })
    const paidLate = await order({ stage: 'closed', events: { create: { kind: 'paid_late' } } })
    const refunded = await order({
      stage: 'closed',
      refundStatus: 'REFUND_SUCCESS',
      events: { create: { kind: 'paid_late' } },
    })
    const [open, settled] = [randomUUID(), randomUUID()]
    for (const [orderNo, settledAt] of [
      [open, null],
      [settled, now],
    ] as const)
      await db().refusedPayment.create({
        data: { tradeNo: orderNo, orderNo, verdict: 'bad_amount', messageId: '', firstAt: now, settledAt },
      })

    const gone = []
    const stays = []
    for (const day of ['2012-01-31T15:59:59Z', '2012-02-15T00:00:00Z', '2011-07-01T00:00:00Z']) {
      for (const orderNo of [null, 'of nobody', finished, refunded, settled])
        gone.push(await anEntry(day, orderNo))
      for (const orderNo of [shipped, paidLate, open]) stays.push(await anEntry(day, orderNo))
    }
    stays.push(
      await anEntry('2012-02-29T16:00:00Z', finished),
      await anEntry('2012-06-14T00:00:00Z', finished),
    )
    const before = await db().notification.findMany({ where: { id: { in: stays } }, orderBy: { id: 'asc' } })

    const expected = [
      { month: '2012-01', entries: 5, kept: 3 },
      { month: '2012-02', entries: 5, kept: 3 },
      { month: null, entries: 5, kept: 3 },
    ]
    expect(await drop(true)).toEqual(expected)
    expect(await db().notification.count({ where: { id: { in: gone } } })).toBe(15)
    const [first, second, scattered] = await drop(false)
    expect([first, second, scattered]).toEqual([expected[0], expected[1], { ...expected[2], kept: 9 }])
    expect(await db().notification.count({ where: { id: { in: gone } } })).toBe(0)
    expect(
      await db().notification.findMany({ where: { id: { in: stays } }, orderBy: { id: 'asc' } }),
    ).toEqual(before)
    expect((await months()).filter((month) => month < '2013')).toEqual(['2012-03'])

    await db().order.updateMany({
      where: { orderNo: { in: [shipped, paidLate] } },
      data: { stage: 'finished', refundStatus: 'REFUND_SUCCESS' },
    })
    expect(await drop(false)).toEqual([{ month: null, entries: 6, kept: 3 }])
    expect(await drop(false)).toEqual([])
  })
})

it('The migration to months keeps every entry as it was', async () => {
  const folder = 'prisma/shop/migrations'
  const names = readdirSync(folder)
    .filter((name) => name.startsWith('2026'))
    .sort()
  const byMonth = names.find((name) => name.endsWith('_log_by_month')) ?? ''
  const database = new pg.Client(process.env.DATABASE_URL)
  await database.connect()
  const apply = async (name: string) =>
    database.query(readFileSync(`${folder}/${name}/migration.sql`, 'utf8'))
  const entries = async () =>
    (
      await database.query<{ line: string }>(
        `SELECT entry::text AS line FROM "Notification" AS entry ORDER BY "id"`,
      )
    ).rows
  try {
    await database.query(
      'DROP SCHEMA IF EXISTS before_months CASCADE; CREATE SCHEMA before_months; SET search_path TO before_months',
    )
    for (const name of names.filter((name) => name < byMonth)) await apply(name)
    await database.query(`
      INSERT INTO "Notification" ("id", "channel", "receivedAt", "remoteAddress", "rawBytes", "verdict", "notes", "params", "answer", "milliseconds")
      SELECT n::text, 'notify', timestamptz '2025-12-31T15:59:59.999Z' + n * interval '9 days', 'x', decode(lpad(to_hex(n), 4, '0'), 'hex'), 'applied', ARRAY['a', n::text], jsonb_build_object('n', n), 'success', n
      FROM generate_series(0, 40) AS n`)
    const before = await entries()
    await apply(byMonth)
    expect(await entries()).toEqual(before)
    expect(before).toHaveLength(41)
    const { rows } = await database.query(`SELECT FROM "Notification_default"`)
    expect(rows).toEqual([])
    const { rows: first } = await database.query(`SELECT "id" FROM "Notification_2025_12"`)
    expect(first).toEqual([{ id: '0' }])
  } finally {
    await database.query('SET search_path TO DEFAULT; DROP SCHEMA IF EXISTS before_months CASCADE')
    await database.end()
  }
})
