import type { Order, OrderEvent } from '@/generated/shop/client'
import { db } from '../db'
import { log } from '../log'
import type { EventKind } from './transitions'

/** What a shop does about an event of an order. The list, and what a handler may rely on: lib/payments/effects.ts. */
export interface EffectHandler {
  /** Stored with the work, so that work is found again after a restart: it stays as it is. */
  name: string
  on: readonly EventKind[]
  /** Throws where it has to be tried again. The order is as it is now, not as it was at the event. */
  run(event: OrderEvent, order: Order): Promise<void>
}

const ATTEMPT_MS = 90_000
/** Outlives the attempt, so that no other process begins before it ends; where this one died, another may then. */
const CLAIM_MS = 120_000
const LONGEST_WAIT_MS = 6 * 60 * 60 * 1000

/** Does all that is due, one after the other. Any number of processes share the work. */
export async function runEffects(handlers: readonly EffectHandler[]): Promise<void> {
  await dispatch(handlers)
  for (;;) {
    const effect = await claim(handlers)
    if (!effect) return
    await attempt(effect)
  }
}

/** Hands every new event, once, to the handlers that there are; one that is added later hears of later events only. */
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

/** Takes one row that is due and in nobody's hands. Rows of handlers that this process has not got stay for others. */
async function claim(handlers: readonly EffectHandler[]): Promise<Claimed | undefined> {
  const now = new Date()
  const [row] = await db().$queryRaw<{ eventId: bigint; handler: string; attempts: number }[]>`
    UPDATE "shop"."Effect" SET
      "claimedUntil" = ${new Date(now.getTime() + CLAIM_MS)}::timestamptz,
      "attempts" = "attempts" + 1
    WHERE ("eventId", "handler") = (
      SELECT "eventId", "handler" FROM "shop"."Effect"
      WHERE "doneAt" IS NULL
        AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${now}::timestamptz)
        AND "handler" = ANY(${handlers.map(({ name }) => name)})
      ORDER BY "claimedUntil" NULLS FIRST, "eventId"
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING "eventId", "handler", "attempts"`
  const handler = handlers.find(({ name }) => name === row?.handler)
  return row && handler && { ...row, handler }
}

async function attempt({ eventId, attempts, handler }: Claimed) {
  const { order, ...event } = await db().orderEvent.findUniqueOrThrow({
    where: { id: eventId },
    include: { order: true },
  })
  const error = await inTime(handler.run(event, order)).then(() => null, inWords)
  const row = { eventId, handler: handler.name, doneAt: null }
  if (error === null) {
    await db().effect.updateMany({ where: row, data: { doneAt: new Date(), claimedUntil: null, error } })
    return
  }
  log().error(
    { orderNo: order.orderNo, event: event.kind, handler: handler.name, attempts, error },
    'effect failed',
  )
  const claimedUntil = new Date(Date.now() + waitAfter(attempts))
  // Unless another process has taken it over meanwhile.
  await db().effect.updateMany({ where: { ...row, attempts }, data: { claimedUntil, error } })
}

const inWords = (reason: unknown) =>
  (reason instanceof Error ? reason.message : String(reason)).replaceAll('\0', '').slice(0, 500)

/** 10 s, 40 s, 3 min, 11 min, 43 min, 3 h, then every 6 h. */
const waitAfter = (attempts: number) => Math.min(10_000 * 4 ** (attempts - 1), LONGEST_WAIT_MS)

/** One that hangs must not hold up the others. */
async function inTime(work: Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished in ${ATTEMPT_MS / 1000} s`)), ATTEMPT_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
