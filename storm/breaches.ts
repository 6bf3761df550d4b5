import pg from 'pg'
import type { Fate, Message } from './messages'

interface Found {
  orderNo: string
  stage: string
  tradeStatus: string | null
  paidFen: number | null
  events: string[]
}

/** What the surviving database does not have of what was promised, in sentences. */
export async function breachesOf(databaseUrl: string, fates: readonly Fate[], messages: readonly Message[]) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const rowsOf = async <Row>(sql: string) => (await client.query(sql)).rows as Row[]
  try {
    const orders = await rowsOf<Found>(`
      SELECT "orderNo", "stage", "tradeStatus", "paidFen",
        ARRAY(SELECT "kind" FROM "shop"."OrderEvent" WHERE "orderId" = "Order"."id" ORDER BY "kind") AS "events"
      FROM "shop"."Order"`)
    const logged = await rowsOf<{ notifyId: string; count: number; believed: number }>(`
      SELECT "notifyId", count(*)::int AS "count",
        count(*) FILTER (WHERE "verdict" IN ('applied', 'duplicate', 'stale'))::int AS "believed"
      FROM "shop"."Notification" WHERE "answer" = 'success' GROUP BY "notifyId"`)
    const twice = await rowsOf<{ orderNo: string; toTrade: string }>(`
      SELECT "orderNo", "toTrade" FROM "shop"."Notification" WHERE "toTrade" <> coalesce("fromTrade", '')
      GROUP BY 1, 2 HAVING count(*) > 1`)
    return [
      ...stateBreaches(fates, new Map(orders.map((order) => [order.orderNo, order]))),
      ...answerBreaches(messages, new Map(logged.map((row) => [row.notifyId, row.believed]))),
      ...twice.map(({ orderNo, toTrade }) => `${orderNo}: moved to ${toTrade} twice`),
    ]
  } finally {
    await client.end()
  }
}

function stateBreaches(fates: readonly Fate[], found: Map<string, Found>) {
  return fates.flatMap(({ order, stage, tradeStatus, events }) => {
    const now = found.get(order.orderNo)
    const expected = [stage, tradeStatus, order.totalFen, ...events].join(' ')
    const is = now ? [now.stage, now.tradeStatus, now.paidFen, ...now.events].join(' ') : 'not there'
    return is === expected ? [] : [`${order.orderNo}: ${is}, not ${expected}`]
  })
}

/** Each `success` was preceded by a log entry of its own, written with its effect. */
function answerBreaches(messages: readonly Message[], believed: Map<string, number>) {
  return messages.flatMap(({ orderNo, notifyId, isForged, isGivenUp, received }) => {
    const entries = believed.get(notifyId) ?? 0
    if (isGivenUp)
      return [`${orderNo}: ${notifyId} was not answered success in the end, ${received} times before`]
    if (isForged && received + entries > 0) return [`${orderNo}: a forged message was believed`]
    return received > entries
      ? [
          `${orderNo}: ${notifyId} was answered success ${received} times, and ${entries} entries of it are left`,
        ]
      : []
  })
}

/** How much of the outbox is left to do. */
export async function leftInOutbox(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(`
      SELECT (SELECT count(*) FROM "shop"."Effect" WHERE "doneAt" IS NULL)
        + (SELECT count(*) FROM "shop"."OrderEvent" WHERE NOT "dispatched") AS "left"`)
    return Number(rows[0].left)
  } finally {
    await client.end()
  }
}
