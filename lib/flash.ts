import { createHash } from 'node:crypto'
import { db } from './db'

export const FLASH_SECONDS = 60 * 60

/** The most rows that are kept, so that a flood of wrong forms cannot fill the disk. */
const MOST_FLASHES = 2_000

/** Keeps a value for FLASH_SECONDS, for a browser (`secret`, of its cookie) and one of its tabs (`key`, of the address). */
export async function saveFlash(secret: string, key: string, value: unknown): Promise<void> {
  const kept = { value: JSON.stringify(value), expiresAt: new Date(Date.now() + FLASH_SECONDS * 1000) }
  const id = idOf(secret, key)
  await db().flash.upsert({ where: { id }, create: { id, ...kept }, update: kept })
  await pruneFlashes()
}

/** Deletes expired rows, and the oldest beyond MOST_FLASHES. */
export async function pruneFlashes(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "shop"."Flash" WHERE "expiresAt" < ${new Date()} OR "id" IN
      (SELECT "id" FROM "shop"."Flash" ORDER BY "expiresAt" DESC OFFSET ${MOST_FLASHES})`
}

/** The kept value as parsed JSON, or undefined. */
export async function findFlash(secret: string, key: string): Promise<unknown> {
  const flash = await db().flash.findUnique({ where: { id: idOf(secret, key) } })
  return flash && flash.expiresAt > new Date() ? JSON.parse(flash.value) : undefined
}

/** Needs both the cookie and the address. */
const idOf = (secret: string, key: string) =>
  createHash('sha256').update(`${secret}:${key}`).digest('base64url')
