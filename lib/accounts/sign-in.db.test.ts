import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { env } from '../env'
import { PER_EMAIL } from './attempts'
import { renewMerchantPassword } from './merchant-account'
import { signOut, visitorOf } from './session'
import { signIn } from './sign-in'
import { signUp } from './sign-up'
import { browserOf } from './testing/browser'

beforeEach(async () => {
  await db().user.deleteMany()
  await db().signInAttempts.deleteMany()
})

const MERCHANT_EMAIL = env().merchantEmail

it('[#70] A guesser is slowed down; a session is not, no other account, and no browser that has signed in before', async () => {
  const password = await renewMerchantPassword()
  const stranger = new Headers()
  const merchant = browserOf(await signIn(MERCHANT_EMAIL, password, stranger))
  const guesses = await Promise.all(
    Array.from({ length: PER_EMAIL + 1 }, (_, guess) => signIn(MERCHANT_EMAIL, `guess ${guess}`, stranger)),
  )
  expect(guesses.map(({ kind }) => kind).sort()).toEqual(['too_many', ...Array(PER_EMAIL).fill('wrong')])
  expect((await signIn(MERCHANT_EMAIL, password, stranger)).kind).toBe('too_many')
  expect((await signIn('other@example.com', password, stranger)).kind).toBe('wrong')
  expect(await visitorOf(merchant)).toMatchObject({ email: MERCHANT_EMAIL })

  await signOut(merchant)
  expect(await visitorOf(merchant)).toBeUndefined()
  expect((await signIn(MERCHANT_EMAIL, password, merchant)).kind).toBe('in')
})

it('[#70] A session that an attacker planted in a browser does not become that of a person who signs in there', async () => {
  const password = await renewMerchantPassword()
  const attacker = { email: 'attacker@example.com', password: 'attackers password' }
  const planted = browserOf(await signUp(attacker.email, attacker.password, new Headers()))
  const made = new Headers({
    cookie: 'danbao.session_token=made-up.c2lnbmF0dXJl; __Secure-danbao.session_token=x',
  })
  for (const browser of [planted, made]) {
    const signedIn = browserOf(await signIn(MERCHANT_EMAIL, password, browser))
    expect(signedIn.get('cookie')).not.toContain(
      /session_token=([^;]+)/.exec(browser.get('cookie') ?? '')?.[1],
    )
    expect(await visitorOf(signedIn)).toMatchObject({ email: MERCHANT_EMAIL })
    expect((await visitorOf(browser))?.email).toBe(browser === planted ? attacker.email : undefined)
  }
})

it.each([
  '',
  'x',
  'nobody@example.com',
  `${'x'.repeat(300)}@example.com`,
  'a\0@example.com',
  '\ud800@example.com',
])('Signing in as %j is wrong, and no more', async (email) =>
  expect(await signIn(email, 'a password\0', new Headers())).toEqual({ kind: 'wrong' }),
)
