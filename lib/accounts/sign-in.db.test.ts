import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { PER_EMAIL } from './attempts'
import { MERCHANT_EMAIL, renewMerchantPassword } from './merchant-account'
import { signOut, visitorOf } from './session'
import { signIn } from './sign-in'
import { browserOf } from './testing/browser'

beforeEach(() => db().user.deleteMany())

it('[#70] A guesser is slowed down; a session is not, and no other account', async () => {
  const password = await renewMerchantPassword()
  const merchant = browserOf(await signIn(MERCHANT_EMAIL, password, 'test'))
  const guesses = await Promise.all(
    Array.from({ length: PER_EMAIL + 1 }, (_, guess) => signIn(MERCHANT_EMAIL, `guess ${guess}`, '')),
  )
  expect(guesses.map(({ kind }) => kind).sort()).toEqual(['too_many', ...Array(PER_EMAIL).fill('wrong')])
  expect((await signIn(MERCHANT_EMAIL, password, 'test')).kind).toBe('too_many')
  expect((await signIn('other@example.com', password, 'test')).kind).toBe('wrong')
  expect(await visitorOf(merchant)).toMatchObject({ email: MERCHANT_EMAIL })

  await signOut(merchant)
  expect(await visitorOf(merchant)).toBeUndefined()
})

it.each([
  '',
  'x',
  'nobody@example.com',
  `${'x'.repeat(300)}@example.com`,
  'a\0@example.com',
  '\ud800@example.com',
])('Signing in as %j is wrong, and no more', async (email) =>
  expect(await signIn(email, 'a password\0', 'test')).toEqual({ kind: 'wrong' }),
)
