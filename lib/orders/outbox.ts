import type { Order, OrderEvent } from '@/generated/shop/client'
import { db } from '../db'
import { log } from '../log'
import { startWork, waitAfter, wakeWork } from '../work-loop'
import type { EventKind } from './transitions'

/**
 * The outbox: events are written in the transaction that changes an order, and handed to the handlers after it. What is
 * left to do is kept in the database (Effect). What a handler may rely on: lib/payments/effects.ts.
 */

/** What a shop does about an event of an order. */
export interface EffectHandler {
  /** Stored with the work and never changed, so that the work is found again after a restart. */
  name: string
  on: readonly EventKind[]
  /** Throws where it must be tried again. The order is as it is now, not as it was at the event. */
  run(event: OrderEvent, order: Order): Promise<void>
}

const ATTEMPT_MS = 90_000
/** Longer than ATTEMPT_MS, so that a claim expires only if its process died. */
const CLAIM_MS = 120_000

/** Rows that are run at the same time. */
const BATCH = 20

const EFFECTS = 'effects'

/** From now on this process runs the handlers. */
export const startOutbox = (handlers: readonly EffectHandler[]): void =>
  startWork(EFFECTS, () => runEffects(handlers))

/** There may be something to do. Does not wait for it; does nothing in a process that has not started the outbox. */
export const wakeOutbox = (): void => wakeWork(EFFECTS)

/** Runs all that is due, BATCH at a time. Any number of processes share the work. */
export async function runEffects(handlers: readonly EffectHandler[]): Promise<void> {
  await dispatch(handlers)
  for (;;) {
    const effects = await claim(handlers)
    await attempt(effects)
    if (effects.length < BATCH) return
  }
}

/** Hands every new event, once, to the present handlers; one that is added later gets later events only. */
async function dispatch(handlers: readonly EffectHandler[]) {
  const pairs = handlers.flatMap(({ name, on }) => on.map((kind) => ({ name, kind })))
  await db().$executeRaw`
    WITH dispatched AS (
      UPDATE "shop"."OrderEvent" SET "dispatched" = true
      WHERE "id" IN (
        SELECT "id" FROM "shop"."OrderEvent" WHERE "dispatched" = false ORDER BY "id" FOR UPDATE SKIP LOCKED
      )
      RETURNING "id", "kind"
    )
    INSERT INTO "shop"."Effect" ("eventId", "handler")
    SELECT dispatched."id", handler."name"
    FROM dispatched
    JOIN jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS handler ("name" text, "kind" text) USING ("kind")`
}

interface Claimed {
  eventId: bigint
  attempts: number
  handler: EffectHandler
}

/** Claims rows that are due and not claimed. Rows of handlers that this process does not have are left to others. */
async function claim(handlers: readonly EffectHandler[]): Promise<Claimed[]> {
  const now = new Date()
  const rows = await db().$queryRaw<{ eventId: bigint; handler: string; attempts: number }[]>`
    UPDATE "shop"."Effect" SET
      "claimedUntil" = ${new Date(now.getTime() + CLAIM_MS)}::timestamptz,
      "attempts" = "attempts" + 1
    WHERE ("eventId", "handler") IN (
      SELECT "eventId", "handler" FROM "shop"."Effect"
      WHERE "doneAt" IS NULL
        AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${now}::timestamptz)
        AND "handler" = ANY(${handlers.map(({ name }) => name)})
      ORDER BY "claimedUntil" NULLS FIRST, "eventId"
      LIMIT ${BATCH}::int
      FOR UPDATE SKIP LOCKED
    )
    RETURNING "eventId", "handler", "attempts"`
  return rows.flatMap((row) => {
    const handler = handlers.find(({ name }) => name === row.handler)
    return handler ? [{ ...row, handler }] : []
  })
}

async function attempt(effects: Claimed[]) {
  if (effects.length === 0) return
  const events = await db().orderEvent.findMany({
    where: { id: { in: effects.map(({ eventId }) => eventId) } },
    include: { order: true },
  })
  const ended = await Promise.all(
    effects.map(async (effect) => {
      const found = events.find(({ id }) => id === effect.eventId)
      if (!found) return [] // its order was deleted, and the row with it
      const { order, ...event } = found
      const error = await inTime(effect.handler.run(event, order)).then(() => null, inWords)
      if (error !== null) await postpone(effect, order, event, error)
      return error === null ? [{ eventId: effect.eventId, handler: effect.handler.name }] : []
    }),
  )
  await finish(ended.flat())
}

/** In SQL, because Prisma would plan a list of pairs anew each time, and keep the plans. */
async function finish(done: { eventId: bigint; handler: string }[]) {
  if (done.length === 0) return
  await db().$executeRaw`
    UPDATE "shop"."Effect" SET "doneAt" = ${new Date()}::timestamptz, "claimedUntil" = NULL, "error" = NULL
    WHERE "doneAt" IS NULL AND ("eventId", "handler") IN (
      SELECT * FROM unnest(${done.map(({ eventId }) => eventId)}::bigint[], ${done.map(({ handler }) => handler)}::text[])
    )`
}

async function postpone(
  { eventId, attempts, handler }: Claimed,
  order: Order,
  event: OrderEvent,
  error: string,
) {
  log().error(
    { orderNo: order.orderNo, event: event.kind, handler: handler.name, attempts, error },
    'effect failed',
  )
  await db().effect.updateMany({
    where: { eventId, handler: handler.name, doneAt: null, attempts }, // others where another process has taken it over
    data: { claimedUntil: new Date(Date.now() + waitAfter(attempts)), error },
  })
}

const inWords = (reason: unknown) =>
  (reason instanceof Error ? reason.message : String(reason)).replaceAll('\0', '').slice(0, 500)

/** A handler that hangs must not hold up the others. */
async function inTime(work: Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished in ${ATTEMPT_MS / 1000} s`)), ATTEMPT_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
