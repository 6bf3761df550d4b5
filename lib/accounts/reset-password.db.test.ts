import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db'
import { env } from '../env'
import { PER_EMAIL, PER_MAILBOX } from './attempts'
import { renewMerchantPassword } from './merchant-account'
import { changePassword } from './password'
import { accountOfLink, requestReset, resetPassword } from './reset-password'
import { visitorOf } from './session'
import { signIn } from './sign-in'
import { signUp } from './sign-up'
import { browserOf } from './testing/browser'

beforeEach(async () => {
  await db().user.deleteMany()
  await db().verification.deleteMany()
  await db().signInAttempts.deleteMany()
  await db().mail.deleteMany()
})

const NOBODY = new Headers()
const from = (address: string) => new Headers({ 'x-socket-address': address })
const OLD = 'the old password'
const NEW = 'the new password'

async function anAccount() {
  const email = `${randomUUID()}@example.com`
  const browser = browserOf(await signUp(email, OLD, NOBODY))
  return { email, browser }
}

const mailsTo = (to: string) =>
  db().mail.findMany({ where: { to, kind: 'reset_password' }, orderBy: { createdAt: 'desc' } })

/** The token of the latest link that an address was sent. */
async function linkTo(email: string): Promise<string> {
  expect(await requestReset(email, NOBODY, 'zh')).toEqual({ kind: 'asked' })
  const [mail] = await mailsTo(email)
  const link = /http\S+\/account\/reset\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  expect(mail?.html).toContain(`href="${link}"`)
  return new URL(link).searchParams.get('token') ?? ''
}

describe('[#70] A forgotten password', () => {
  it('is replaced by the link, which ends all sessions, proves the address and keeps the orders', async () => {
    const { email, browser } = await anAccount()
    const before = await visitorOf(browser)
    const token = await linkTo(email)
    expect(await accountOfLink(token)).toBe(email)
    expect(await resetPassword(token, NEW)).toEqual({ kind: 'reset' })
    expect(await visitorOf(browser)).toBeUndefined()
    expect((await signIn(email, OLD, NOBODY)).kind).toBe('wrong')
    const after = await visitorOf(browserOf(await signIn(email, NEW, NOBODY)))
    expect(after).toMatchObject({ email, emailVerified: true, buyerId: before?.buyerId })
  })

  it('is replaced once by a link, also at the same time, and other links end with it', async () => {
    const { email } = await anAccount()
    const [first, second] = [await linkTo(email), await linkTo(email)]
    const results = await Promise.all([resetPassword(second, NEW), resetPassword(second, 'another password')])
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['invalid', 'reset'])
    for (const token of [first, second]) {
      expect(await accountOfLink(token)).toBeUndefined()
      expect(await resetPassword(token, 'yet another password')).toEqual({ kind: 'invalid' })
    }
    expect((await signIn(email, 'yet another password', NOBODY)).kind).toBe('wrong')
  })

  it('is not replaced by a link that is too old, mangled, or of an account that is gone', async () => {
    const { email } = await anAccount()
    const token = await linkTo(email)
    for (const bad of [
      '',
      ' ',
      `${token}x`,
      token.slice(1),
      token.toLowerCase(),
      'x'.repeat(24),
      '\0',
      `${token}\0`,
      '../..',
      '%00',
    ])
      // prettier-ignore
      if (bad !== token) {
        expect(await accountOfLink(bad), bad).toBeUndefined()
        expect(await resetPassword(bad, NEW), bad).toEqual({ kind: 'invalid' })
      }
    await db().verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await accountOfLink(token)).toBeUndefined()
    expect(await resetPassword(token, NEW)).toEqual({ kind: 'invalid' })
    const next = await linkTo(email)
    await db().user.deleteMany()
    expect(await accountOfLink(next)).toBeUndefined()
    expect(await resetPassword(next, NEW)).toEqual({ kind: 'invalid' })
  })

  it('is replaced for the account of the link only, and the link survives a password that will not do', async () => {
    const [one, other] = [await anAccount(), await anAccount()]
    const token = await linkTo(one.email)
    expect(await resetPassword(token, '1234567')).toEqual({ kind: 'short' })
    expect(await resetPassword(token, 'x'.repeat(129))).toEqual({ kind: 'long' })
    expect(await resetPassword(token, NEW)).toEqual({ kind: 'reset' })
    expect((await signIn(other.email, OLD, NOBODY)).kind).toBe('in')
    expect(await visitorOf(other.browser)).toMatchObject({ email: other.email })
  })

  it('is not replaced by a link from before the password was changed', async () => {
    const { email, browser } = await anAccount()
    const token = await linkTo(email)
    const visitor = await visitorOf(browser)
    if (!visitor) throw new Error('not signed in')
    expect((await changePassword(visitor, browser, OLD, NEW)).kind).toBe('changed')
    expect(await resetPassword(token, OLD)).toEqual({ kind: 'invalid' })
    await renewMerchantPassword()
    const merchants = await linkTo(env().merchantEmail)
    await renewMerchantPassword()
    expect(await accountOfLink(merchants)).toBeUndefined()
  })

  it('gives the same answer in about the same time for an address without an account, and no mail', async () => {
    const { email } = await anAccount()
    const time = async (address: string) => {
      const started = performance.now()
      expect(await requestReset(address, NOBODY, 'zh')).toEqual({ kind: 'asked' })
      return performance.now() - started
    }
    await time(email) // the first makes the instance
    const [known, unknown] = [await time(email), await time('nobody@example.com')]
    expect(Math.abs(known - unknown)).toBeLessThan(350)
    expect(unknown).toBeGreaterThanOrEqual(390)
    expect(await mailsTo('nobody@example.com')).toEqual([])
    for (const bad of [
      '',
      'x',
      'a\0@example.com',
      `${'x'.repeat(300)}@example.com`,
      'a@example.com,b@example.com',
    ])
      expect(await requestReset(bad, NOBODY, 'zh'), bad).toEqual({ kind: 'email' })
  })

  it('is asked for a few times only from one place, and floods no mailbox from many', async () => {
    const { email } = await anAccount()
    for (let n = 0; n < PER_EMAIL; n++)
      expect((await requestReset(email, from('203.0.113.1'), 'zh')).kind).toBe('asked')
    expect(await requestReset(email, from('203.0.113.1'), 'zh')).toEqual({ kind: 'too_many' })
    for (let n = 2; n < 12; n++)
      expect((await requestReset(email, from(`203.0.113.${n}`), 'zh')).kind).toBe('asked')
    const mails = await db().mail.count({ where: { to: email } })
    expect(mails).toBe(PER_MAILBOX) // the one of the sign-up included
  })

  it('has a mail in the language of the page, and no token in the database but in the mail', async () => {
    const { email } = await anAccount()
    await requestReset(email, NOBODY, 'en')
    const [mail] = await mailsTo(email)
    expect(mail).toMatchObject({
      subject: 'Reset your password',
      language: 'en',
      state: 'kept',
      orderNo: null,
    })
    const minutes = ((mail?.secretUntil?.getTime() ?? 0) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(58)
    expect(minutes).toBeLessThanOrEqual(60)
    const token = /token=(\w+)/.exec(mail?.text ?? '')?.[1] ?? 'none'
    expect(JSON.stringify(await db().verification.findMany())).not.toContain(token)
  })
})
