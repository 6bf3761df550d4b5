import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatBeijingTime } from '../alipay/beijing-time'
import { addToCart } from '../catalog/cart'
import { aVariant } from '../catalog/testing/products'
import { db } from '../db'
import { paidPerDay } from '../orders/paid-per-day'
import { searchOrders } from '../orders/search-orders'
import { receiveMessage } from './receive-message'
import { anOrder, message, signedBytes } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'

/** Another program's connection, in the server's own time zone, which scripts/postgres.js makes that of Shanghai. */
const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
  await other.connect()
})
afterAll(async () => {
  await other.end()
  await gateway.close()
})

it('Every column that holds a moment is of a type that keeps it in any time zone', async () => {
  const { rows } = await other.query(`
    SELECT table_schema, table_name, column_name FROM information_schema.columns
    WHERE table_schema IN ('shop', 'sandbox') AND data_type = 'timestamp without time zone'`)
  expect(rows).toEqual([])
})

it('[T3.1e] Order, payment, events, log and cart have the time at which they came, as the shop and as another program reads it', async () => {
  await db().order.deleteMany()
  const before = new Date(Math.floor(Date.now() / 1000) * 1000) // the gateway tells whole seconds
  const order = await anOrder(1)
  const paid = message(order, { gmt_payment: formatBeijingTime(new Date()) })
  const bytes = signedBytes(paid, gateway.account)
  const row = await receiveMessage({ channel: 'notify', bytes, remoteAddress: '127.0.0.1' }, gateway.ours)
  expect(row.verdict).toBe('applied')
  await addToCart(order.id, (await aVariant(1)).id, 1)
  const after = new Date()

  const stored = await db().order.findUniqueOrThrow({ where: { id: order.id }, include: { events: true } })
  const log = await db().notification.findUniqueOrThrow({ where: { id: row.id } })
  const inCart = await db().cartItem.findFirstOrThrow({ where: { buyerId: order.id } })
  const { rows } = await other.query<{ moment: Date }>(
    `SELECT "createdAt" AS moment FROM "shop"."Order" WHERE "id" = $1
     UNION ALL SELECT "paidAt" FROM "shop"."Order" WHERE "id" = $1
     UNION ALL SELECT "createdAt" FROM "shop"."OrderEvent" WHERE "orderId" = $1
     UNION ALL SELECT "receivedAt" FROM "shop"."Notification" WHERE "id" = $2
     UNION ALL SELECT "addedAt" FROM "shop"."CartItem" WHERE "buyerId" = $1`,
    [order.id, row.id],
  )
  const ours = [
    stored.createdAt,
    stored.paidAt,
    ...stored.events.map(({ createdAt }) => createdAt),
    log.receivedAt,
    inCart.addedAt,
  ]
  const theirs = rows.map(({ moment }) => moment)
  expect(theirs.toSorted(byTime)).toEqual(ours.toSorted(byTime))
  expect(theirs).toHaveLength(6) // two events: created and paid
  for (const moment of theirs) {
    expect(moment >= before, moment.toISOString()).toBe(true)
    expect(moment <= after, moment.toISOString()).toBe(true)
  }
  const [today] = await paidPerDay(after, 1)
  expect(today).toMatchObject({ orders: 1, fen: 1 })
  for (const filter of ['ordered_today', 'paid_today'] as const)
    expect((await searchOrders({ filter, text: '' })).rows).toMatchObject([{ id: order.id }])
})

it('The migration to such columns keeps the moments that are there', async () => {
  const folder = 'prisma/shop/migrations'
  const names = readdirSync(folder).filter((name) => name.startsWith('2026'))
  const isMoments = (name: string) => name.endsWith('_moments')
  const apply = async (some: string[]) => {
    for (const name of some) await other.query(readFileSync(`${folder}/${name}/migration.sql`, 'utf8'))
  }
  await other.query('BEGIN')
  try {
    await other.query('CREATE SCHEMA old')
    await other.query('SET LOCAL search_path TO old')
    await apply(names.filter((name) => name < (names.find(isMoments) ?? '')))
    await other.query(
      `INSERT INTO "Picture" ("id", "type", "bytes", "createdAt") VALUES ('1', '', '', '2026-11-22 02:00:04.567')`,
    )
    await apply(names.filter(isMoments))
    const { rows } = await other.query<{ createdAt: Date }>('SELECT "createdAt" FROM "Picture"')
    expect(rows).toEqual([{ createdAt: new Date('2026-11-22T02:00:04.567Z') }])
  } finally {
    await other.query('ROLLBACK')
  }
})

const byTime = (a: Date | null, b: Date | null) => Number(a) - Number(b)
