import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { auth } from './auth'
import { visitorOf } from './session'
import { signIn } from './sign-in'
import { signUp } from './sign-up'
import { browserOf } from './testing/browser'

beforeEach(async () => {
  await db().user.deleteMany()
  await db().signInAttempts.deleteMany()
})

const TEST = new Headers({ 'user-agent': 'test' })
const PASSWORD = 'a long password'

it('Signing up signs in, without a role and with a buyer of its own', async () => {
  const visitor = await visitorOf(browserOf(await signUp('Buyer@Example.com', PASSWORD, TEST)))
  expect(visitor).toMatchObject({ email: 'buyer@example.com', role: null })
  expect(visitor?.buyerId).toMatch(/^[0-9a-f-]{36}$/)
  expect((await signIn('BUYER@example.com', PASSWORD, TEST)).kind).toBe('in')
  const rows = JSON.stringify([await db().user.findMany(), await db().account.findMany()])
  expect(rows).not.toContain(PASSWORD)
})

it.each([
  ['not an address', PASSWORD, 'email'],
  ['a\0@example.com', PASSWORD, 'email'],
  [`${'x'.repeat(250)}@example.com`, PASSWORD, 'email'],
  ['short@example.com', '1234567', 'short'],
  ['long@example.com', 'x'.repeat(129), 'long'],
])('Signing up as %j with %j is refused: %s', async (email, password, kind) => {
  expect(await signUp(email, password, TEST)).toEqual({ kind })
  expect(await db().user.count()).toBe(0)
})

it('An address has one account, however it is written and however many sign up at once', async () => {
  const all = await Promise.all(
    ['one@example.com', 'ONE@example.com', 'One@Example.com'].map((email) => signUp(email, PASSWORD, TEST)),
  )
  expect(all.map(({ kind }) => kind).sort()).toEqual(['in', 'taken', 'taken'])
  const another = await signUp('one@example.com', 'another password', TEST)
  expect(another).toEqual({ kind: 'taken' })
  expect((await signIn('one@example.com', 'another password', TEST)).kind).toBe('wrong')
})

it('[#70] No role and no buyer can be had by asking for them', async () => {
  const { api } = await auth()
  for (const wish of [{ role: 'merchant' }, { buyerId: 'the buyer of somebody else' }]) {
    const body = { name: 'x', email: 'x@example.com', password: PASSWORD, ...wish }
    await api.signUpEmail({ body }).catch(() => undefined)
    expect(await db().user.count({ where: wish })).toBe(0)
    const headers = browserOf(await signUp(`${Object.keys(wish)[0]}@example.com`, PASSWORD, TEST))
    await api.updateUser({ body: wish, headers }).catch(() => undefined)
    expect(await db().user.count({ where: wish })).toBe(0)
  }
})
