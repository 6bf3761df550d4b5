import { remember } from '../remember'

const MINUTE_MS = 60_000

/** Wrong passwords for one account in a minute. Who guesses at one account locks out nobody else. */
export const PER_EMAIL = 5

/** For all accounts together: each costs some 50 ms of a processor, and guesses may be spread over many accounts. */
export const OVERALL = 300

interface Minute {
  begunAt: number
  total: number
  ofEmail: Map<string, number>
}

type Door = 'sign-in' | 'sign-up'

/**
 * Whether one more attempt at a door may be made, for an e-mail address as somebody typed it; counts it at once, so
 * that attempts made at the same time are counted too. By address alone: X-Forwarded-For is whatever the guesser wrote
 * there. Attempts that are refused count for nothing. Kept in this process (docs/threats.md 70).
 */
export function mayTry(door: Door, email: string, now = Date.now()): boolean {
  const minute = minuteAt(door)
  if (now - minute.begunAt >= MINUTE_MS) Object.assign(minute, newMinute(now))
  const ofEmail = minute.ofEmail.get(keyOf(email)) ?? 0
  if (ofEmail >= PER_EMAIL || minute.total >= OVERALL) return false
  minute.total++
  minute.ofEmail.set(keyOf(email), ofEmail + 1)
  return true
}

/** The password was right: the account's wrong ones are forgotten. */
export function forgetAttempts(email: string) {
  minuteAt('sign-in').ofEmail.delete(keyOf(email))
}

const minuteAt = (door: Door) => remember(`attempts at ${door}`, () => newMinute(0))

const newMinute = (begunAt: number): Minute => ({ begunAt, total: 0, ofEmail: new Map() })

const keyOf = (email: string) => email.trim().toLowerCase().slice(0, 254)
