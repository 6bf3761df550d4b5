import { remember } from '../remember'
import { ActionError } from './action-error'
import { moveTo, now } from './clock'
import { db } from './db'
import { deliverAllDue, wakeQueue } from './delivery/delivery-queue'
import { sandboxState } from './state'
import { timeOut } from './trade/trade-actions'

const POLL_MS = 1_000

/** Polls for timeouts and deliveries that are due. Both are rows with a moment, so they survive a restart. Once per process. */
export function startScheduler(): void {
  remember('sandbox scheduler', () =>
    setInterval(() => {
      doDue().catch((error: unknown) => sandboxState().reportError('sandbox timers', error))
    }, POLL_MS).unref(),
  )
}

async function doDue(): Promise<void> {
  if (!(await isAnythingDue())) return
  wakeQueue()
  await runTimeouts()
}

/** In SQL, so that an idle sandbox asks one question a second, where Prisma's client asks four. */
async function isAnythingDue(): Promise<boolean> {
  const [found] = await db().$queryRaw<{ due: boolean }[]>`
    WITH clock AS (
      SELECT ${new Date()}::timestamptz + coalesce(max("offsetMs"), 0) * interval '1 millisecond' AS "now"
      FROM "sandbox"."Clock" WHERE "id" = 1
    )
    SELECT EXISTS (SELECT FROM "sandbox"."Trade", clock WHERE "timeoutAt" <= clock."now")
      OR EXISTS (SELECT FROM "sandbox"."Delivery", clock WHERE "nextAttemptAt" <= clock."now") AS "due"`
  return found?.due ?? false
}

/** The next delivery or timeout. `trade` is its out_trade_no. */
export interface ClockEvent {
  kind: 'delivery' | 'timeout'
  at: Date
  trade: string
  /** What the timeout does, or the notify_id. */
  what: string
}

/**
 * Moves the sandbox's clock ahead by this many milliseconds, stopping at every event, as if the time had passed. What is
 * due already is done first. Resolves when all is done.
 */
export function advanceClock(ms: number): Promise<void> {
  return oneAtATime(async () => {
    await advanceTo(await now())
    await advanceTo(new Date((await now()).getTime() + ms))
  })
}

/** Moves the clock to the next event, does it and returns it; null where there is none. */
export function advanceToNext(): Promise<ClockEvent | null> {
  return oneAtATime(async () => {
    const next = await nextEvent()
    if (next) await advanceTo(next.at)
    return next
  })
}

/** The earliest event. A timeout comes before a delivery of the same moment: its notification is of that moment too. */
export async function nextEvent(): Promise<ClockEvent | null> {
  const [timeout, delivery] = await Promise.all([
    db().trade.findFirst({
      where: { timeoutAt: { not: null } },
      orderBy: { timeoutAt: 'asc' },
      select: { timeoutAt: true, timeoutAction: true, outTradeNo: true },
    }),
    db().delivery.findFirst({
      where: { nextAttemptAt: { not: null } },
      orderBy: { nextAttemptAt: 'asc' },
      select: { nextAttemptAt: true, notifyId: true, trade: { select: { outTradeNo: true } } },
    }),
  ])
  if (timeout?.timeoutAt && !(delivery?.nextAttemptAt && delivery.nextAttemptAt < timeout.timeoutAt)) {
    const { timeoutAt: at, outTradeNo: trade, timeoutAction } = timeout
    return { kind: 'timeout', at, trade, what: timeoutAction ?? '' }
  }
  if (!delivery?.nextAttemptAt) return null
  return {
    kind: 'delivery',
    at: delivery.nextAttemptAt,
    trade: delivery.trade.outTradeNo,
    what: delivery.notifyId,
  }
}

/** Moves of the clock wait for each other: two at once would act at each other's times. */
function oneAtATime<T>(move: () => Promise<T>): Promise<T> {
  const queue = remember('clock queue', () => ({ last: Promise.resolve() as Promise<unknown> }))
  const result = queue.last.then(move)
  queue.last = result.catch(() => undefined)
  return result
}

async function advanceTo(target: Date): Promise<void> {
  for (let next = await nextEvent(); next && next.at <= target; next = await nextEvent()) {
    await moveTo(next.at)
    if (next.kind === 'timeout') await runTimeouts()
    else await deliverAllDue()
  }
  await moveTo(target)
}

/** Does all that has timed out, earliest first: one timeout may set the next. */
async function runTimeouts(): Promise<void> {
  for (;;) {
    const trade = await db().trade.findFirst({
      where: { timeoutAt: { lte: await now() } },
      orderBy: { timeoutAt: 'asc' },
    })
    if (!trade) return
    try {
      await timeOut(trade)
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      // Either another step came first, then the version differs and this changes nothing; or the merchant is gone for good.
      const { id, version } = trade
      await db().trade.updateMany({
        where: { id, version },
        data: { timeoutAt: null, timeoutAction: null },
      })
    }
  }
}
