import { expect, it } from 'vitest'
import { forgetAttempts, mayTry, OVERALL, PER_EMAIL } from './attempts'

let minute = 1
/** A moment that begins a new minute. */
const later = () => minute++ * 3_600_000

const tries = (email: string, count: number, now: number) =>
  Array.from({ length: count }, () => mayTry('sign-in', email, now)).filter(Boolean).length

it('[#70] Whoever guesses at one account is stopped, and locks out nobody else', () => {
  const now = later()
  expect(tries('victim@example.com', 10_000, now)).toBe(PER_EMAIL)
  expect(tries(' VICTIM@example.com ', 1, now)).toBe(0)
  expect(tries('other@example.com', 1, now)).toBe(1)
  expect(tries('victim@example.com', 1, now + 59_999)).toBe(0)
  expect(tries('victim@example.com', 1, now + 60_000)).toBe(1)
})

it('[#70] Guesses at many accounts are counted together', () => {
  const now = later()
  const made = Array.from({ length: OVERALL + 50 }, (_, n) => tries(`${n}@example.com`, 1, now))
  expect(made.filter(Boolean)).toHaveLength(OVERALL)
  expect(mayTry('sign-up', 'new@example.com', now)).toBe(true)
})

it('A right password makes up for the wrong ones before it, of the same account only', () => {
  const now = later()
  for (const email of ['a@example.com', 'b@example.com']) tries(email, PER_EMAIL, now)
  forgetAttempts('A@example.com')
  expect(tries('a@example.com', 1, now)).toBe(1)
  expect(tries('b@example.com', 1, now)).toBe(0)
})
