import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { env } from '../env'
import { PER_EMAIL } from './attempts'
import { deleteAccount } from './delete-account'
import { renewMerchantPassword } from './merchant-account'
import { changePassword } from './password'
import { endSessions, listSessions, type Visitor, visitorOf } from './session'
import { signIn } from './sign-in'
import { signUp } from './sign-up'
import { browserOf } from './testing/browser'

beforeEach(async () => {
  await db().user.deleteMany()
  await db().signInAttempts.deleteMany()
})

const by = (userAgent: string) => new Headers({ 'user-agent': userAgent })

const OLD = 'the old password'
const NEW = 'the new password'

/** Two browsers of one account. */
async function twoBrowsers() {
  const email = `${randomUUID()}@example.com`
  const here = browserOf(await signUp(email, OLD, by('here')))
  const there = browserOf(await signIn(email, OLD, by('there')))
  return { email, here, there, visitor: await known(here) }
}

async function known(browser: Headers): Promise<Visitor> {
  const visitor = await visitorOf(browser)
  if (!visitor) throw new Error('not signed in')
  return visitor
}

it('A new password ends every session, also one that was stolen, and opens one here', async () => {
  const { email, here, there, visitor } = await twoBrowsers()
  const result = await changePassword(visitor, here, OLD, NEW)
  expect(await visitorOf(there)).toBeUndefined()
  expect(await visitorOf(here)).toBeUndefined()
  expect(await visitorOf(browserOf(result))).toMatchObject({ email, buyerId: visitor.buyerId })
  expect((await signIn(email, OLD, by(''))).kind).toBe('wrong')
  expect((await signIn(email, NEW, by(''))).kind).toBe('in')
})

it('A password stays as it is without the old one, or where the new one will not do', async () => {
  const { email, here, there, visitor } = await twoBrowsers()
  expect(await changePassword(visitor, here, 'a guess', NEW)).toEqual({ kind: 'wrong' })
  expect(await changePassword(visitor, here, '', NEW)).toEqual({ kind: 'wrong' })
  expect(await changePassword(visitor, here, 'x'.repeat(1000), NEW)).toEqual({ kind: 'wrong' })
  expect(await changePassword(visitor, here, OLD, '1234567')).toEqual({ kind: 'short' })
  expect(await changePassword(visitor, here, OLD, 'x'.repeat(129))).toEqual({ kind: 'long' })
  expect(await visitorOf(there)).toMatchObject({ email })
  expect((await signIn(email, OLD, by(''))).kind).toBe('in')
})

it('[#70] A session is no way to guess the password faster', async () => {
  const { email, here, visitor } = await twoBrowsers()
  for (let guess = 0; guess < PER_EMAIL; guess++)
    expect(await (guess % 2 ? deleteAccount(visitor, here, 'x') : changePassword(visitor, here, 'x', NEW))).toEqual({ kind: 'wrong' }) // prettier-ignore
  expect(await changePassword(visitor, here, OLD, NEW)).toEqual({ kind: 'too_many' })
  expect(await deleteAccount(visitor, here, OLD)).toEqual({ kind: 'too_many' })
  expect(await visitorOf(here)).toMatchObject({ email })
})

it('Sessions are listed with their browsers, and ended all at once, those of nobody else', async () => {
  const { here, there, visitor } = await twoBrowsers()
  const other = await twoBrowsers()
  expect((await listSessions(visitor.id)).map(({ userAgent }) => userAgent)).toEqual(['there', 'here'])
  await endSessions(visitor.id)
  expect([await visitorOf(here), await visitorOf(there)]).toEqual([undefined, undefined])
  expect(await listSessions(visitor.id)).toEqual([])
  expect(await visitorOf(other.here)).toBeDefined()
})

it('An account is deleted with its sessions and its cart; its orders stay, and are nobody’s', async () => {
  const { email, here, there, visitor } = await twoBrowsers()
  const buyerId = visitor.buyerId ?? ''
  const product = await db().product.create({
    data: { slug: randomUUID(), name: '茶', description: '', variants: { create: { priceFen: 1 } } },
    include: { variants: true },
  })
  const variantId = product.variants[0]?.id ?? ''
  await db().cartItem.create({ data: { buyerId, variantId, quantity: 1 } })
  const order = { orderNo: randomUUID(), buyerId, subject: '茶', totalFen: 1 }
  await db().order.create({ data: order })

  expect(await deleteAccount(visitor, here, 'a guess')).toEqual({ kind: 'wrong' })
  expect(await deleteAccount(visitor, here, OLD)).toEqual({ kind: 'deleted' })
  expect([await visitorOf(here), await visitorOf(there)]).toEqual([undefined, undefined])
  expect(await db().user.count()).toBe(0)
  expect(await db().account.count()).toBe(0)
  expect(await db().cartItem.count({ where: { buyerId } })).toBe(0)
  expect(await db().order.count({ where: order })).toBe(1)

  const later = await known(browserOf(await signUp(email, OLD, by(''))))
  expect(later.buyerId).not.toBe(buyerId)
})

it('The merchant’s account is not deleted, whatever is typed', async () => {
  const password = await renewMerchantPassword()
  const browser = browserOf(await signIn(env().merchantEmail, password, by('')))
  expect(await deleteAccount(await known(browser), browser, password)).toEqual({ kind: 'merchant' })
  expect(await visitorOf(browser)).toMatchObject({ role: 'merchant', buyerId: null })
})
