import { remember } from '../remember'

/** A check of a password takes a thread for about 50 ms. Node has four, and DNS look-ups for the gateway need one. */
export const AT_ONCE = 2

/** Unknown browsers are refused while this many wait: each holds a request in memory, and the last one waits seconds. */
export const MOST_WAITING = 100

const turns = () => remember('password turns', () => ({ running: 0, waiting: [] as (() => void)[] }))

/** Whether the queue is full for unknown browsers. */
export const isCrowded = () => turns().waiting.length >= MOST_WAITING

/**
 * Runs work that checks or stores a password, AT_ONCE at a time in this process, the rest in order of arrival: a flood of
 * sign-ins slows down sign-ins, not payments.
 */
export async function takeTurns<T>(work: () => Promise<T>): Promise<T> {
  const state = turns()
  if (state.running >= AT_ONCE) await new Promise<void>((go) => state.waiting.push(go))
  else state.running++
  try {
    return await work()
  } finally {
    const next = state.waiting.shift() // takes over this one's place
    if (next) next()
    else state.running--
  }
}
