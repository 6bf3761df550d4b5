import { remember } from '../remember'

/** A password's check takes a thread for some 50 ms; Node has four, of which the gateway's name look-ups need one. */
export const AT_ONCE = 2

/** Browsers that are not known are refused while this many wait: each holds its request in memory, and the last of them waits some seconds. */
export const MOST_WAITING = 100

const turns = () => remember('password turns', () => ({ running: 0, waiting: [] as (() => void)[] }))

/** Whether more work waits for its turn than a flood of sign-ins may pile up. */
export const isCrowded = () => turns().waiting.length >= MOST_WAITING

/**
 * Does work that checks or stores a password, AT_ONCE in this process at a time, the others in the order in which they
 * came: a flood of sign-ins is slow for those who sign in and leaves the payments alone.
 */
export async function takeTurns<T>(work: () => Promise<T>): Promise<T> {
  const state = turns()
  if (state.running >= AT_ONCE) await new Promise<void>((go) => state.waiting.push(go))
  else state.running++
  try {
    return await work()
  } finally {
    const next = state.waiting.shift() // which takes over this one's place
    if (next) next()
    else state.running--
  }
}
