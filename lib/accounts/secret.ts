import { randomBytes } from 'node:crypto'
import { db } from '../db'
import { remember } from '../remember'

const NAME = 'cookie secret'

/** The secret that this installation signs its cookies with: made at first use, the same for all its processes. */
export const cookieSecret = () => remember('cookie secret', readOrMake)

async function readOrMake() {
  const value = randomBytes(32).toString('hex')
  await db().setting.createMany({ data: { name: NAME, value }, skipDuplicates: true })
  const setting = await db().setting.findUniqueOrThrow({ where: { name: NAME } })
  return setting.value
}
