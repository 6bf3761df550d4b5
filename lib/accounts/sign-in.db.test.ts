import { expect, it } from 'vitest'
import { db } from '../db'
import { auth } from './auth'
import { MERCHANT_EMAIL, renewMerchantPassword } from './merchant-account'
import { signOut, visitorOf } from './session'
import { signIn } from './sign-in'

it('[#70] A guesser is slowed down, whatever account he tries; a session is not', async () => {
  const password = await renewMerchantPassword()
  const first = await signIn(MERCHANT_EMAIL, password, 'test')
  const guesses = []
  for (let guess = 0; guess < 8; guess++) {
    const { kind } = await signIn(guess % 2 ? MERCHANT_EMAIL : `${guess}@example.com`, `guess ${guess}`, '')
    guesses.push(kind)
  }
  expect(guesses[0]).toBe('wrong')
  expect(guesses.at(-1)).toBe('too_many')
  const cookie = first.kind === 'in' ? (first.cookies[0]?.split(';')[0] ?? '') : ''
  expect(await visitorOf(new Headers({ cookie }))).toMatchObject({ email: MERCHANT_EMAIL })

  await signOut(new Headers({ cookie }))
  expect(await visitorOf(new Headers({ cookie }))).toBeUndefined()
})

it('Nobody signs up', async () => {
  const { api } = await auth()
  const body = { name: 'x', email: 'x@example.com', password: 'x'.repeat(20) }
  await expect(api.signUpEmail({ body })).rejects.toMatchObject({ status: 'BAD_REQUEST' })
  expect(await db().user.count({ where: { email: body.email } })).toBe(0)
})
