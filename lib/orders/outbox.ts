import type { Order, OrderEvent } from '@/generated/shop/client'
import { db } from '../db'
import { log } from '../log'
import { remember } from '../remember'
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
const LONGEST_WAIT_MS = 6 * 60 * 60 * 1000

const POLL_MS = 5_000

/** One per process, whichever copy of this module is loaded (see remember). */
const loop = () =>
  remember('effects', () => ({
    handlers: undefined as readonly EffectHandler[] | undefined,
    running: false,
    wanted: false,
  }))

/** From now on this process runs the handlers: whenever it is woken, and regularly for what was left over. */
export function startOutbox(handlers: readonly EffectHandler[]): void {
  loop().handlers = handlers
  remember('effects timer', () => setInterval(wakeOutbox, POLL_MS).unref())
}

/** There may be something to do. Does not wait for it; does nothing in a process that has not started the outbox. */
export function wakeOutbox(): void {
  loop().wanted = true
  if (!loop().running) void runWhileWanted()
}

async function runWhileWanted() {
  const state = loop()
  const { handlers } = state
  if (!handlers) return
  state.running = true
  while (state.wanted) {
    state.wanted = false
    await runEffects(handlers).catch((err: unknown) => log().error({ err }, 'effects could not be run'))
  }
  state.running = false
}

/** Runs all that is due, one after the other. Any number of processes share the work. */
export async function runEffects(handlers: readonly EffectHandler[]): Promise<void> {
  await dispatch(handlers)
  for (;;) {
    const effect = await claim(handlers)
    if (!effect) return
    await attempt(effect)
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

/** Claims one row that is due and not claimed. Rows of handlers that this process does not have are left to others. */
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
  // `attempts` differs where another process has taken it over
  await db().effect.updateMany({ where: { ...row, attempts }, data: { claimedUntil, error } })
}

const inWords = (reason: unknown) =>
  (reason instanceof Error ? reason.message : String(reason)).replaceAll('\0', '').slice(0, 500)

/** Backoff: 10 s, 40 s, 3 min, 11 min, 43 min, 3 h, then every 6 h. */
const waitAfter = (attempts: number) => Math.min(10_000 * 4 ** (attempts - 1), LONGEST_WAIT_MS)

/** A handler that hangs must not hold up the others. */
async function inTime(work: Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished in ${ATTEMPT_MS / 1000} s`)), ATTEMPT_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
