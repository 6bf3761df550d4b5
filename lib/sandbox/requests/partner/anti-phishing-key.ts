import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Merchant } from '@/generated/sandbox/client'
import { now } from '../../clock'

/** How long a key is good (protocol.md 2.10). */
const VALID_MS = 30_000

type Account = Pick<Merchant, 'partner' | 'key'>

/** A new anti_phishing_key (query_timestamp): its moment and a signature, so that nothing is stored for who asks unsigned. */
export async function issueTimestampKey(merchant: Account): Promise<string> {
  const moment = (await now()).getTime().toString(36)
  return `${moment}-${signatureOf(moment, merchant)}`
}

/** Whether a key of this merchant is still good; undefined for one that it was never given. */
export async function isFreshTimestamp(key: string, merchant: Account): Promise<boolean | undefined> {
  const [, moment = '', signature = ''] = /^([0-9a-z]{1,10})-([\w-]{43})$/.exec(key) ?? []
  if (!signature || !timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(moment, merchant))))
    return undefined
  return (await now()).getTime() - Number.parseInt(moment, 36) <= VALID_MS
}

const signatureOf = (moment: string, { partner, key }: Account) =>
  createHmac('sha256', key).update(`anti_phishing_key ${partner} ${moment}`).digest('base64url')
