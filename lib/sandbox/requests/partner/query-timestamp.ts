import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Merchant } from '@/generated/sandbox/client'
import { xmlFailure, xmlSuccess } from '../../../alipay/partner/write-xml-answer'
import { now } from '../../clock'
import { findMerchant } from '../../merchants/merchants'
import { charsetOf } from '../../trade-request'

/** How long a key is valid (protocol.md 2.10). */
const VALID_MS = 30_000

type Account = Pick<Merchant, 'partner' | 'key'>

/** query_timestamp (protocol.md 2.10), an unsigned request: XML with a value for anti_phishing_key. */
export async function queryTimestamp(partner: string | null): Promise<Buffer> {
  const merchant = partner && !partner.includes('\0') ? await findMerchant(partner) : null
  if (!merchant) return xmlFailure('ILLEGAL_PARTNER', 'gbk')
  const moment = (await now()).getTime().toString(36)
  const key = `${moment}-${signatureOf(moment, merchant)}` // nothing is stored, because the request is unsigned
  const response = { element: 'timestamp', params: [['encrypt_key', key] as const] }
  return xmlSuccess({ response }, merchant.key, charsetOf(merchant))
}

/** Whether a key of this merchant is still valid; undefined for one that was never issued to it. */
export async function isFreshTimestamp(key: string, merchant: Account): Promise<boolean | undefined> {
  const [, moment = '', signature = ''] = /^([0-9a-z]{1,10})-([\w-]{43})$/.exec(key) ?? []
  if (!signature || !timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(moment, merchant))))
    return undefined
  return (await now()).getTime() - Number.parseInt(moment, 36) <= VALID_MS
}

const signatureOf = (moment: string, { partner, key }: Account) =>
  createHmac('sha256', key).update(`anti_phishing_key ${partner} ${moment}`).digest('base64url')
