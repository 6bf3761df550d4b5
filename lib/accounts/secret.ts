import { randomBytes } from 'node:crypto'
import { db } from '../db'
import { remember } from '../remember'

/** Created at first use and stored as settings, so that all processes of this installation share them. */
const known = () => remember('secrets', () => new Map<string, string>())

/** Signs the cookies of guests and of known browsers. */
export const cookieSecret = () => secret('cookie secret')

/** Signs the session cookies of accounts. */
export const sessionSecret = () => secret('session secret')

async function secret(name: string) {
  const value = known().get(name) ?? (await readOrMake(name))
  known().set(name, value) // only on success: a failed query must not be remembered
  return value
}

async function readOrMake(name: string) {
  const value = randomBytes(32).toString('hex')
  await db().setting.createMany({ data: { name, value }, skipDuplicates: true })
  const setting = await db().setting.findUniqueOrThrow({ where: { name } })
  return setting.value
}
