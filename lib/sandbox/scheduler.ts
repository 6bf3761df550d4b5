import { remember } from '../remember'
import { ActionError } from './action-error'
import { moveTo, now } from './clock'
import { deliverAllDue, wakeCourier } from './delivery/delivery-queue'
import { db } from './db'
import { timeOut } from './trade/trade-actions'

/** What happens as time passes: timeouts, and deliveries. Both are rows with a moment, so they survive a restart. */

const POLL_MS = 1_000

/** Looks now and then for what has fallen due. Once per process. */
export function startClockwork(): void {
  const look = () => runTimeouts().catch((error: unknown) => console.error('sandbox timers:', error))
  remember('clockwork', () =>
    setInterval(() => {
      void look()
      wakeCourier()
    }, POLL_MS).unref(),
  )
}

/** Something that the clock will reach. `trade` is its out_trade_no. */
export interface ClockEvent {
  kind: 'delivery' | 'timeout'
  at: Date
  trade: string
  /** What the timeout does, or the notify_id. */
  what: string
}

/**
 * Moves the sandbox's clock ahead, stopping wherever something falls due, as if the time had passed. What is due already
 * is done before the time is counted. Ends when all is done.
 */
export function advanceClock(ms: number): Promise<void> {
  return oneAtATime(async () => {
    await advanceTo(await now())
    await advanceTo(new Date((await now()).getTime() + ms))
  })
}

/** Moves the clock to the next delivery or timeout and does it. Answers what it was; null where nothing is to come. */
export function advanceToNext(): Promise<ClockEvent | null> {
  return oneAtATime(async () => {
    const next = await nextEvent()
    if (next) await advanceTo(next.at)
    return next
  })
}

/** What comes first: of the same moment a timeout, whose notification is of that moment as well. */
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

/** Two who move the clock at once would do it in each other's time; the second waits for the first. */
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

/** Does all that has timed out, in the order of time: one timeout may set the next. */
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
      // A party or another process was quicker, then this changes nothing; or its merchant is gone, then it never can.
      const { id, version } = trade
      await db().trade.updateMany({
        where: { id, version },
        data: { timeoutAt: null, timeoutAction: null },
      })
    }
  }
}
