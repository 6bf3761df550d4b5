import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PrismaClient } from '@/generated/shop/client'
import { cursorOf } from '../keyset'
import { adapterFor } from '../prisma-adapter'
import { remember } from '../remember'
import { countRefused, type LogFilter, searchLog } from './search-log'

/** The shop's client, listened to: before anybody else asks for it. */
const asked: { query: string; params: string }[] = []
const client = remember('shop database', () => {
  const client = new PrismaClient({ adapter: adapterFor('shop'), log: [{ emit: 'event', level: 'query' }] })
  client.$on('query', ({ query, params }) => asked.push({ query, params }))
  return client
})

const ORDER = `search-${randomUUID()}`
const START = Date.parse('2030-01-01T00:00:00Z')
const ROWS = 20_000

beforeAll(async () => {
  await client.$executeRaw`
    INSERT INTO "shop"."Notification"
      ("id", "channel", "receivedAt", "remoteAddress", "rawBytes", "verdict", "orderNo", "answer", "milliseconds")
    SELECT gen_random_uuid()::text,
      (CASE WHEN n % 4000 = 0 THEN 'recheck' WHEN n % 3 = 0 THEN 'return' ELSE 'notify' END)::"shop"."Channel",
      timestamptz '2030-01-01' + (n / 3) * interval '1 second', '', '',
      (CASE WHEN n % 5000 = 0 THEN 'error' WHEN n % 7 = 0 THEN 'bad_sign' ELSE 'applied' END)::"shop"."Verdict",
      CASE WHEN n % 1000 = 0 THEN ${ORDER} ELSE n::text END, 'success', 1
    FROM generate_series(1, ${ROWS}) AS n`
  await client.$executeRaw`ANALYZE "shop"."Notification"`
})

afterAll(() => client.notification.deleteMany({ where: { receivedAt: { gte: new Date(START) } } }))

/** All that a filter finds, page by page. */
async function all(filter: LogFilter, size: number) {
  const rows = []
  let after: string | null = null
  do {
    const page = await searchLog(filter, after, size)
    expect(page.rows.length).toBeLessThanOrEqual(size)
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}

describe('[T4.4b] the log', () => {
  const future = { from: new Date(START) } // apart from what other tests leave

  it('is found by verdict, channel, order and time', async () => {
    const total = (filter: LogFilter) => all({ ...future, ...filter }, 500).then((rows) => rows.length)
    expect(await total({ orderNo: ORDER })).toBe(20)
    expect(await total({ orderNo: ORDER, verdict: 'error' })).toBe(4)
    expect(await total({ verdict: 'error' })).toBe(4)
    expect(await total({ channel: 'recheck' })).toBe(5)
    expect(await total({ to: new Date(START + 10_000) })).toBe(29)
    expect(await total({ from: new Date(START + 10_000), to: new Date(START + 11_000) })).toBe(3)
    expect(await total({ orderNo: 'nobody' })).toBe(0)
  })

  it('is found by what was refused, whatever the reason, and counted as far as anybody counts', async () => {
    const refused = (from: Date) => all({ from, refused: true }, 500)
    const late = new Date(START + 6_600_000)
    const rows = await refused(late)
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['bad_sign', 'error']))
    expect(await countRefused(late)).toBe(rows.length)
    expect((await refused(new Date(START))).length).toBe(2_861)
    expect(await countRefused(new Date(START))).toBe(1_000)
  })

  it('is paged newest first, each row once, though several came in the same millisecond', async () => {
    const rows = await all({ ...future, to: new Date(START + 60_000) }, 7)
    expect(rows).toHaveLength(179)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(179)
    const times = rows.map(({ receivedAt }) => receivedAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  const middle = cursorOf({ value: START + 3_000_000, id: 'f'.repeat(36) })
  it.each<[string, LogFilter, string | null]>([
    ['without a filter', {}, null],
    ['on a later page', {}, middle],
    ['by a frequent verdict', { verdict: 'applied' }, middle],
    ['by a rare verdict', { verdict: 'error' }, null],
    ['by a rare verdict, on a later page', { verdict: 'error' }, middle],
    ['by a rare channel', { channel: 'recheck' }, null],
    ['by a frequent channel', { channel: 'notify' }, middle],
    ['by order', { orderNo: ORDER }, null],
    ['by order and verdict', { orderNo: ORDER, verdict: 'applied' }, middle],
    ['by verdict and channel', { verdict: 'error', channel: 'return' }, null],
    ['by time', { from: new Date(START), to: new Date(START + 60_000) }, null],
  ])('%s is read by an index, never from end to end', async (_title, filter, after) => {
    asked.length = 0
    await searchLog(filter, after)
    const [sent] = asked
    if (!sent) throw new Error('nothing was asked')
    const plan = await client.$queryRawUnsafe<object[]>(
      `EXPLAIN ${sent.query}`,
      ...(JSON.parse(sent.params) as unknown[]),
    )
    const text = plan.map((line) => Object.values(line).join()).join('\n')
    expect(text).toContain('Index')
    expect(text).not.toContain('Seq Scan on "Notification_default"') // its rows are there; an empty month has no end
  })
})
