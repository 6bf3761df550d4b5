import type { Pool } from 'pg'
import { passwordIn, sessionOf } from '../e2e/merchant'
import { makeMonthSql, monthOf } from '../lib/messages/log-months'
import { type BenchShop, withBenchShop } from './bench-shop'
import type { Figure } from './figure'
import { load, median } from './load'
import { aPaidOrder, orderNoOf } from './orders'

const FEW = 1_000
const MANY = 1_000_000
/** Log rows of an order. */
const MESSAGES = 5
const MONTHS = 12
const VISITS = 100
const ROUNDS = 5

/** What an order list, a log list and an order page take with many orders and log rows, and with few. */
export const lists = () =>
  withBenchShop(1, async (shop): Promise<Figure[]> => {
    const cookie = await sessionOf(shop.url, passwordIn(shop.servers[0]?.output() ?? ''))
    const pages = {
      'order list': { path: '/merchant/orders', expected: /绿茶/, cookie },
      'log list': { path: '/merchant/log', expected: /WAIT_SELLER_SEND_GOODS/, cookie },
      'order page': await anOrderPage(shop),
    }
    for (let ago = 0; ago < MONTHS; ago++) await shop.database.query(makeMonthSql(monthOf(new Date(), -ago)))
    const p95 = async () => {
      const times = new Map<string, number>()
      for (const [name, { path, expected, cookie }] of Object.entries(pages)) {
        const visit = () =>
          load(shop.url + path, Array<null>(VISITS).fill(null), { atOnce: 1, expected, headers: { cookie } })
        await visit()
        const rounds: number[] = []
        for (let round = 0; round < ROUNDS; round++) rounds.push((await visit()).p95)
        times.set(name, median(rounds))
      }
      return times
    }
    await fill(shop.database, 1, FEW)
    const few = await p95()
    await fill(shop.database, FEW + 1, MANY)
    const many = await p95()
    return Object.keys(pages).map((name) => {
      const [before = NaN, after = NaN] = [few.get(name), many.get(name)]
      return {
        name: `${name}, p95 at ${MANY} orders, ${MANY * MESSAGES} log rows / at ${FEW}`,
        most: 1.3,
        value: after / before,
        from: `${before.toFixed(1)} ms, then ${after.toFixed(1)} ms`,
      }
    })
  })

async function anOrderPage({ url }: BenchShop) {
  const { orderNo, cookie } = await aPaidOrder(url)
  return { path: `/orders/${orderNo}`, expected: /绿茶/, cookie }
}

/** Finished orders, one every half minute before now, with the messages of each. */
async function fill(database: Pool, first: number, last: number) {
  const at = `now() - n * interval '30 seconds'`
  await database.query(
    `INSERT INTO "shop"."Order" ("id", "orderNo", "buyerId", "subject", "totalFen", "tradeNo", "stage", "tradeStatus", "paidAt", "createdAt")
     SELECT ${orderNoOf('n')}, ${orderNoOf('n')}, 'buyer ' || n % 100000, '绿茶', 1, '20261122' || ${orderNoOf('n')}, 'finished', 'TRADE_FINISHED', ${at}, ${at}
     FROM generate_series($1::int, $2::int) AS n`,
    [first, last],
  )
  await database.query(
    `INSERT INTO "shop"."Notification" ("id", "channel", "receivedAt", "remoteAddress", "rawBytes", "verdict", "answer", "milliseconds", "notifyId", "orderNo", "tradeStatus", "sign", "responseTxt")
     SELECT lpad(to_hex(n * ${MESSAGES} + part), 32, '0')::uuid::text, 'notify', ${at} + part * interval '1 second', '', convert_to(repeat('x', 200), 'UTF8'), 'applied', 'success', 9,
       lpad(to_hex(n * ${MESSAGES} + part), 34, '0'), ${orderNoOf('n')}, 'WAIT_SELLER_SEND_GOODS', md5(n::text), 'true'
     FROM generate_series($1::int, $2::int) AS n, generate_series(0, ${MESSAGES - 1}) AS part`,
    [first, last],
  )
  await database.query('VACUUM ANALYZE')
}
