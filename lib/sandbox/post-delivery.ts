import type { Delivery } from '@/generated/sandbox/client'
import { readLimited } from '../alipay/read-limited'
import { reasonOf } from '../alipay/reason-of'
import { findMerchant, isAllowedUrl } from './merchants'

/** A shop that takes longer counts as silent. */
export const ATTEMPT_TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 1_024

/** What came back; where nothing did, why, in parentheses. */
export interface Answer {
  status: number | null
  body: string
}

/** As the gateway posts (protocol.md 5.2), and only where it may. Follows no redirect. */
export async function postDelivery(
  { partner, url, contentType }: Delivery,
  body: Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  const merchant = await findMerchant(partner)
  if (!merchant || !isAllowedUrl(url, merchant)) return { status: null, body: '(host not allowed)' }
  const signal = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, 'user-agent': 'Mozilla/4.0' },
      body,
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    const { bytes } = await readLimited(response.body, MAX_ANSWER_BYTES)
    return { status: response.status, body: Buffer.from(bytes).toString().replaceAll('\0', '') }
  } catch (error) {
    if (signal.aborted) return { status: null, body: `(no answer in ${ATTEMPT_TIMEOUT_MS / 1000} s)` }
    return { status: null, body: `(${reasonOf(error)})` }
  }
}
