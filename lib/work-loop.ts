import { setTimeout as wait } from 'node:timers/promises'
import { log } from './log'
import { remember } from './remember'

const POLL_MS = 5_000

/** From being woken to looking: what comes in a rush is done together. */
const GATHER_MS = 50

const LONGEST_WAIT_MS = 6 * 60 * 60 * 1000

/** Backoff in milliseconds after a failed attempt: 10 s, 40 s, 3 min, 11 min, 43 min, 3 h, then every 6 h. */
export const waitAfter = (attempts: number) => Math.min(10_000 * 4 ** (attempts - 1), LONGEST_WAIT_MS)

/** One per process and name, whichever copy of this module is loaded (see remember). */
const loopOf = (name: string) =>
  remember(`work: ${name}`, () => ({
    work: undefined as (() => Promise<void>) | undefined,
    running: false,
    wanted: false,
  }))

/** From now on this process does the work whenever it is woken, and regularly for what was left over; never twice at once. */
export function startWork(name: string, work: () => Promise<void>): void {
  loopOf(name).work = work
  remember(`timer: ${name}`, () => setInterval(() => wakeWork(name), POLL_MS).unref())
}

/** There may be something to do. Does not wait for it; does nothing in a process that has not started the work. */
export function wakeWork(name: string): void {
  const loop = loopOf(name)
  loop.wanted = true
  if (!loop.running) void runWhileWanted(name)
}

async function runWhileWanted(name: string) {
  const loop = loopOf(name)
  const { work } = loop
  if (!work) return
  loop.running = true
  while (loop.wanted) {
    await wait(GATHER_MS)
    loop.wanted = false
    await work().catch((err: unknown) => log().error({ err }, `${name} could not be run`))
  }
  loop.running = false
}
