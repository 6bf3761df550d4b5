import { fork } from 'node:child_process'
import { once } from 'node:events'
import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { forgetAttempts, mayTry, PER_CLIENT, PER_EMAIL, pruneAttempts } from './attempts'
import { knownBrowserCookie } from './known-browser'
import { AT_ONCE, MOST_WAITING, takeTurns } from './take-turns'

beforeEach(() => db().signInAttempts.deleteMany())

const VICTIM = 'victim@example.com'

/** The headers of a request from this address. */
const from = (address: string, headers: Record<string, string> = {}) =>
  new Headers({ 'x-socket-address': address, ...headers })

/** The number of allowed attempts out of this many in a row. */
async function tries(count: number, email: string, headers: Headers) {
  let made = 0
  for (let n = 0; n < count; n++) if (await mayTry('sign-in', email, headers)) made++
  return made
}

/** Moves all attempts into the past by these minutes; a negative number simulates a clock that was set back. */
const makeOlder = (minutes: number) =>
  db()
    .$executeRaw`UPDATE "shop"."SignInAttempts" SET "lastAt" = "lastAt" - make_interval(mins => ${minutes}::int)`

it('[#70] Of any number of guesses at once as few get through as one after another', async () => {
  const guesser = from('203.0.113.66')
  const made = await Promise.all(Array.from({ length: 50 }, () => mayTry('sign-in', VICTIM, guesser)))
  expect(made.filter(Boolean)).toHaveLength(PER_EMAIL)
  expect(await tries(1, ' VICTIM@example.com ', guesser)).toBe(0)
  expect(await tries(1, 'other@example.com', guesser)).toBe(1)
  expect(await mayTry('sign-up', VICTIM, guesser)).toBe(true)
})

it('[#70] Guesses at two processes at once are counted together', async () => {
  const guessers = [1, 2].map(() =>
    fork('lib/accounts/testing/guesser.ts', [VICTIM, '203.0.113.66'], { execArgv: ['--import', 'tsx'] }),
  )
  try {
    await Promise.all(guessers.map((guesser) => once(guesser, 'message')))
    const checked = await Promise.all(
      guessers.map(async (guesser) => {
        const told = once(guesser, 'message')
        guesser.send(30)
        return Number((await told)[0])
      }),
    )
    expect(checked.reduce((sum, count) => sum + count)).toBe(PER_EMAIL)
  } finally {
    for (const guesser of guessers) guesser.kill()
  }
})

it('[#70] A guesser locks out nobody who comes from elsewhere, and has no new tries by another X-Forwarded-For', async () => {
  for (const named of ['1.1.1.1', '2.2.2.2', '3.3.3.3'])
    await tries(2, VICTIM, from('203.0.113.66', { 'x-forwarded-for': named }))
  expect(await tries(1, VICTIM, from('203.0.113.66', { 'x-forwarded-for': '4.4.4.4' }))).toBe(0)
  expect(await tries(1, VICTIM, from('203.0.113.1'))).toBe(1)
})

it('[#70] A browser that has signed in before passes where all others from its place are locked out', async () => {
  await tries(PER_EMAIL, VICTIM, from('127.0.0.1'))
  expect(await tries(1, VICTIM, from('127.0.0.1'))).toBe(0)
  const cookie = (await knownBrowserCookie(VICTIM, new Headers())).split(';')[0] ?? ''
  const known = from('127.0.0.1', { cookie: `buyer=x; ${cookie}; language=zh` })
  expect(await tries(PER_EMAIL + 1, VICTIM, known)).toBe(PER_EMAIL)
  await forgetAttempts(VICTIM, known)
  expect(await tries(1, VICTIM, known)).toBe(1)
  expect(await tries(1, VICTIM, from('127.0.0.1'))).toBe(0)
})

it('[#70] The cookie of a known browser is of one account, and cannot be made', async () => {
  await tries(PER_EMAIL, VICTIM, from('127.0.0.1'))
  const [value = ''] = (await knownBrowserCookie('guesser@example.com', new Headers())).split(';')
  const [id, signature] = value.replace('known=', '').split('.')
  for (const token of [`${id}.${signature}`, `${id}x.${signature}`, `${id}.`, 'x.y', `.${signature}`, ''])
    expect(await tries(1, VICTIM, from('127.0.0.1', { cookie: `known=${token}` })), token).toBe(0)
})

it('[#70] A browser stays known to the merchant while others sign in with it, four at least', async () => {
  const headers = from('127.0.0.1')
  const signInAs = async (email: string) =>
    headers.set('cookie', (await knownBrowserCookie(email, headers)).split(';')[0] ?? '')
  await signInAs(VICTIM)
  for (const name of ['a', 'b', 'a', 'c', 'd']) await signInAs(`${name}@example.com`)
  await tries(PER_EMAIL, VICTIM, from('127.0.0.1'))
  expect(await tries(1, VICTIM, from('127.0.0.1'))).toBe(0)
  expect(await tries(1, VICTIM, headers)).toBe(1)
  await signInAs('e@example.com')
  expect(await tries(1, VICTIM, headers)).toBe(0)
})

it('The cookie of a known browser is kept from scripts', async () =>
  expect(await knownBrowserCookie(VICTIM, new Headers())).toMatch(
    /^known=[\w-]+\.[\w-]+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/,
  ))

it('[#70] Three hundred guesses at invented addresses lock out nobody who comes through the same proxy', async () => {
  const proxy = from('127.0.0.1', { 'x-forwarded-for': '203.0.113.66' })
  for (let n = 0; n < 300; n++) expect(await tries(1, `${n}@example.com`, proxy)).toBe(1)
  expect(await tries(1, VICTIM, proxy)).toBe(1)
})

it('[#70] One client that guesses at many addresses is slowed down, alone; right passwords do not count', async () => {
  const guesser = from('203.0.113.66')
  for (let n = 0; n < PER_CLIENT; n++) {
    expect(await tries(1, `${n}@example.com`, guesser)).toBe(1)
    if (n % 2 === 1) continue
    await tries(1, 'mine@example.com', guesser)
    await forgetAttempts('mine@example.com', guesser)
  }
  expect(await tries(1, 'one-more@example.com', guesser)).toBe(0)
  expect(await tries(1, 'one-more@example.com', from('203.0.113.1'))).toBe(1)
})

it('[#70] The waits double, up to 16 minutes, and what is refused prolongs nothing', async () => {
  const guesser = from('203.0.113.66')
  await tries(PER_EMAIL, VICTIM, guesser)
  for (const minutes of [1, 2, 4, 8, 16, 16]) {
    expect(await tries(3, VICTIM, guesser)).toBe(0)
    await makeOlder(minutes - 1)
    expect(await tries(1, VICTIM, guesser)).toBe(0)
    await makeOlder(1)
    expect(await tries(1, VICTIM, guesser)).toBe(1)
  }
  await makeOlder(61)
  expect(await tries(PER_EMAIL + 1, VICTIM, guesser)).toBe(PER_EMAIL)
})

it('[#70] A clock that is set back prolongs no wait', async () => {
  const guesser = from('203.0.113.66')
  await tries(PER_EMAIL, VICTIM, guesser)
  await makeOlder(-120)
  expect(await tries(2, VICTIM, guesser)).toBe(1)
})

it('[#70] While a flood of passwords waits to be checked strangers are refused and not counted, a known browser is not', async () => {
  const cookie = (await knownBrowserCookie(VICTIM, new Headers())).split(';')[0] ?? ''
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const flood = Array.from({ length: AT_ONCE + MOST_WAITING }, () => takeTurns(() => held))
  expect(await tries(PER_EMAIL, VICTIM, from('127.0.0.1'))).toBe(0)
  expect(await db().signInAttempts.count()).toBe(0)
  expect(await tries(1, VICTIM, from('127.0.0.1', { cookie }))).toBe(1)
  release()
  await Promise.all(flood)
  expect(await tries(1, VICTIM, from('127.0.0.1'))).toBe(1)
})

it('[#70] A guess in the same millisecond as the one before it is no clock that was set back', async () => {
  const guesser = from('203.0.113.66')
  await tries(PER_EMAIL, VICTIM, guesser)
  await db().$executeRaw`UPDATE "shop"."SignInAttempts" SET "lastAt" = clock_timestamp() + interval '900 ms'`
  expect(await tries(1, VICTIM, guesser)).toBe(0)
})

it('A right password makes up for the wrong ones before it, of the same account only', async () => {
  const place = from('203.0.113.66')
  for (const email of ['a@example.com', 'b@example.com']) await tries(PER_EMAIL, email, place)
  await forgetAttempts('A@example.com', place)
  expect(await tries(PER_EMAIL + 1, 'a@example.com', place)).toBe(PER_EMAIL)
  expect(await tries(1, 'b@example.com', place)).toBe(0)
})

it('What is forgotten is deleted, and of too many the oldest', async () => {
  await tries(1, 'old@example.com', from('127.0.0.1'))
  await makeOlder(61)
  for (const name of ['a', 'b', 'c']) await tries(1, `${name}@example.com`, from('127.0.0.1'))
  await pruneAttempts()
  expect(await db().signInAttempts.count()).toBe(3)
  await pruneAttempts(2)
  expect(await db().signInAttempts.count()).toBeLessThanOrEqual(2) // fewer where two have the same millisecond
})
