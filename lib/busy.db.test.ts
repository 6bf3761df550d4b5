import { EventEmitter, once } from 'node:events'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { describe, expect, it } from 'vitest'
import { PrismaClient } from '@/generated/shop/client'
import { isBusy } from './busy'
import { env } from './env'

/** A client with one open connection, for which a query waits `waitMs` at most. */
async function impatient(waitMs: number) {
  const options = { connectionString: env().databaseUrl, max: 1, idleTimeoutMillis: 0 }
  const pool = new Pool({ ...options, connectionTimeoutMillis: 10_000 })
  await pool.query('SELECT 1')
  pool.options.connectionTimeoutMillis = waitMs
  return new PrismaClient({ adapter: new PrismaPg(pool, { schema: 'shop', disposeExternalPool: true }) })
}

/** Holds the one connection; returns a function that releases it. */
async function hold(client: PrismaClient) {
  const signals = new EventEmitter()
  const isHeld = once(signals, 'held')
  const ended = client.$transaction(async () => {
    signals.emit('held')
    await once(signals, 'let go')
  })
  await Promise.race([isHeld, ended])
  return () => (signals.emit('let go'), ended)
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('The database has no room', () => {
  it('for a query that gets no connection in time', async () => {
    const client = await impatient(30)
    const end = await hold(client)
    expect(isBusy(await errorOf(client.setting.count()))).toBe(true)
    await end()
    await client.$disconnect()
  })

  it('for a transaction that gets no connection in time', async () => {
    const client = await impatient(10_000)
    const end = await hold(client)
    const waiting = client.$transaction(() => Promise.resolve(1), { maxWait: 30 })
    expect(isBusy(await errorOf(waiting))).toBe(true)
    await end()
    await client.$disconnect()
  })

  it('for a transaction that takes too long, which leaves nothing behind', async () => {
    const client = await impatient(10_000)
    const name = `busy-${process.pid}-${Date.now()}`
    const late = client.$transaction(
      async (tx) => {
        await tx.setting.create({ data: { name, value: '' } })
        for (;;) await tx.$queryRaw`SELECT 1` // until it is ended
      },
      { timeout: 100 },
    )
    expect(isBusy(await errorOf(late))).toBe(true)
    expect(await client.setting.count({ where: { name } })).toBe(0)
    await client.$disconnect()
  })
})

it.each([new Error('x'), 'P2028', undefined, Object.assign(new Error(), { code: 'P2002' })])(
  'Another error (%s) is none of this kind',
  (error) => expect(isBusy(error)).toBe(false),
)
