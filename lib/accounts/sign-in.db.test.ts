import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { env } from '../env'
import { PER_EMAIL } from './attempts'
import { renewMerchantPassword } from './merchant-account'
import { signOut, visitorOf } from './session'
import { signIn } from './sign-in'
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
