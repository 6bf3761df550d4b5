import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { PER_EMAIL } from './attempts'
import { type Visitor, visitorOf } from './session'
import { signUp } from './sign-up'
import { browserOf } from './testing/browser'
import { requestVerification, verifyEmail } from './verify-email'

beforeEach(async () => {
  await db().user.deleteMany()
  await db().signInAttempts.deleteMany()
  await db().mail.deleteMany()
})

const NOBODY = new Headers()

async function anAccount(email = `${randomUUID()}@example.com`) {
  const browser = browserOf(await signUp(email, 'a long password', NOBODY, 'en'))
  return { email, browser, visitor: await known(browser) }
}

async function known(browser: Headers): Promise<Visitor> {
  const visitor = await visitorOf(browser)
  if (!visitor) throw new Error('not signed in')
  return visitor
}

async function tokenTo(to: string) {
  const mails = await db().mail.findMany({
    where: { to, kind: 'verify_email' },
    orderBy: { createdAt: 'desc' },
  })
  return /\/account\/verify\?token=(\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? ''
}

it('An address is proved by the link that signing up posts to it, as often as it is followed', async () => {
  const { email, browser, visitor } = await anAccount()
  expect(visitor.emailVerified).toBe(false)
  expect(await db().mail.findMany()).toMatchObject([{ to: email, subject: 'Confirm your e-mail address' }])
  const token = await tokenTo(email)
  expect(await verifyEmail(token)).toEqual({ kind: 'verified' })
  expect(await verifyEmail(token)).toEqual({ kind: 'verified' })
  expect(await known(browser)).toMatchObject({ emailVerified: true })
  expect(await requestVerification(await known(browser), browser, 'zh')).toEqual({ kind: 'verified' })
  expect(await db().mail.count()).toBe(1)
})

it('The link proves the address of its own account only, and not that of a later one', async () => {
  const [one, other] = [await anAccount(), await anAccount()]
  const token = await tokenTo(one.email)
  await db().user.deleteMany({ where: { email: one.email } })
  expect(await verifyEmail(token)).toEqual({ kind: 'invalid' })
  const again = await anAccount(one.email)
  expect(await verifyEmail(token)).toEqual({ kind: 'invalid' })
  expect(await known(again.browser)).toMatchObject({ emailVerified: false })
  expect(await known(other.browser)).toMatchObject({ emailVerified: false })
})

it.each([
  '',
  'x',
  'a.b.c',
  '\0',
  'eyJhbGciOiJub25lIn0.eyJlbWFpbCI6InhAZXhhbXBsZS5jb20ifQ.',
  `${'x'.repeat(600)}.y.z`,
])('The link %j proves nothing', async (token) =>
  expect(await verifyEmail(token)).toEqual({ kind: 'invalid' }),
)

it('A link whose signature or address was changed proves nothing', async () => {
  const { email, browser } = await anAccount()
  const [head = '', payload = '', sign = ''] = (await tokenTo(email)).split('.')
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...Object(claims), exp: 9_999_999_999 })).toString('base64url')
  expect(await verifyEmail([head, forged, sign].join('.'))).toEqual({ kind: 'invalid' })
  expect(await known(browser)).toMatchObject({ emailVerified: false })
})

it('[#70] The link is sent again a few times only', async () => {
  const { browser, visitor } = await anAccount()
  for (let n = 0; n < PER_EMAIL; n++)
    expect(await requestVerification(visitor, browser, 'zh')).toEqual({ kind: 'asked' })
  expect(await requestVerification(visitor, browser, 'zh')).toEqual({ kind: 'too_many' })
  expect(await db().mail.count()).toBe(PER_EMAIL + 1)
})
