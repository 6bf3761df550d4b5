import { randomBytes } from 'node:crypto'
import { now } from './clock'
import { db } from './db'

/** How long a key is good (protocol.md 2.10). */
const VALID_MS = 30_000

/** A new anti_phishing_key for this partner (query_timestamp). */
export async function issueTimestampKey(partner: string): Promise<string> {
  const key = randomBytes(24).toString('base64url')
  await db().timestampKey.create({ data: { key, partner, issuedAt: await now() } })
  return key
}

/** Whether a key of this partner is still good; undefined for one that it was never given. */
export async function isFreshTimestamp(key: string, partner: string): Promise<boolean | undefined> {
  const found = await db().timestampKey.findUnique({ where: { key } })
  if (found?.partner !== partner) return undefined
  return (await now()).getTime() - found.issuedAt.getTime() <= VALID_MS
}
