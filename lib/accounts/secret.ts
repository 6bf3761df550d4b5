import { randomBytes } from 'node:crypto'
import { db } from '../db'
import { remember } from '../remember'

/** Made at first use and kept as settings: the same for all processes of this installation. */
const known = () => remember('secrets', () => new Map<string, string>())

/** Signs the cookies of buyers without an account. */
export const cookieSecret = () => secret('cookie secret')

/** Signs the sessions of those who sign in. */
export const sessionSecret = () => secret('session secret')

async function secret(name: string) {
  const value = known().get(name) ?? (await readOrMake(name))
  known().set(name, value) // only once it is known: a database that fails now may answer the next time
  return value
}

async function readOrMake(name: string) {
  const value = randomBytes(32).toString('hex')
  await db().setting.createMany({ data: { name, value }, skipDuplicates: true })
  const setting = await db().setting.findUniqueOrThrow({ where: { name } })
  return setting.value
}
