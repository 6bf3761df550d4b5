import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { SettingError } from '../env'
import { renewMerchantPassword, seedMerchant } from './merchant-account'
import { visitorOf } from './session'
import { signIn } from './sign-in'

beforeEach(async () => {
  await db().user.deleteMany()
  await db().signInAttempts.deleteMany()
})

const MERCHANT_EMAIL = 'merchant@example.com'

const signInWith = (password: string) => signIn(MERCHANT_EMAIL, password, new Headers())

/** The Cookie header that a browser would send after a sign-in. */
async function sessionWith(password: string) {
  const result = await signInWith(password)
  if (result.kind !== 'in') throw new Error(result.kind)
  return new Headers({ cookie: result.cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
}

it('The merchant’s account is made once, however many start at once, with a password that is told once', async () => {
  const passwords = await Promise.all([seedMerchant(), seedMerchant(), seedMerchant()])
  const [password, ...others] = passwords.filter((value) => value !== undefined)
  expect(others).toEqual([])
  expect(password).toMatch(/^[a-z2-9]{20}$/)
  expect(await db().user.findMany()).toMatchObject([{ email: MERCHANT_EMAIL, role: 'merchant' }])
  expect(await seedMerchant()).toBeUndefined()
  expect(await visitorOf(await sessionWith(password ?? ''))).toMatchObject({ role: 'merchant' })
})

it('The password is in no row', async () => {
  const password = (await seedMerchant()) ?? ''
  const rows = JSON.stringify([await db().user.findMany(), await db().account.findMany()])
  expect(rows).toContain(MERCHANT_EMAIL)
  expect(rows).not.toContain(password)
})

it('A new password ends the old one and every session that it opened', async () => {
  const old = (await seedMerchant()) ?? ''
  const session = await sessionWith(old)
  const password = await renewMerchantPassword()
  expect(await visitorOf(session)).toBeUndefined()
  expect(await signInWith(old)).toEqual({ kind: 'wrong' })
  expect((await signInWith(password)).kind).toBe('in')
})

it('A password can be made before there is an account, and then no other is seeded', async () => {
  const password = await renewMerchantPassword()
  expect(await seedMerchant()).toBeUndefined()
  expect((await signInWith(password)).kind).toBe('in')
})

it('An account of another role does not stand in the merchant’s way', async () => {
  await db().user.create({ data: { id: 'buyer', name: '买家', email: 'buyer@example.com' } })
  expect(await seedMerchant()).toBeDefined()
})

it('Another MERCHANT_EMAIL renames the account: the password and the sessions stay', async () => {
  const password = (await seedMerchant()) ?? ''
  const session = await sessionWith(password)
  expect(await seedMerchant('me@shop.example')).toBeUndefined()
  expect(await db().user.findMany()).toMatchObject([{ email: 'me@shop.example', role: 'merchant' }])
  expect(await visitorOf(session)).toMatchObject({ email: 'me@shop.example', role: 'merchant' })
  expect((await signIn('me@shop.example', password, new Headers())).kind).toBe('in')
  expect(await signInWith(password)).toEqual({ kind: 'wrong' })
  const renewed = await renewMerchantPassword('me@new.example')
  expect((await signIn('me@new.example', renewed, new Headers())).kind).toBe('in')
  expect(await db().user.count()).toBe(1)
})

it('A buyer’s account does not become the merchant’s by the setting', async () => {
  const user = { id: 'buyer', name: '买家', email: 'buyer@example.com' }
  await db().user.create({ data: user })
  for (const take of [seedMerchant, renewMerchantPassword])
    await expect(take(user.email)).rejects.toThrow(SettingError)
  expect(await db().user.findMany()).toMatchObject([{ ...user, role: null }])
})
