import { askOnce, withSecondTry } from '../http'
import type { Reason } from '../reason-codes'
import type { Account } from './request'

/** The longest answer is `invalid`; a longer one is not worth reading. */
const MAX_ANSWER_BYTES = 64

/** What the gateway said (`responseTxt`, spec.md T4.4b), of which only `true` is a yes; or why it said nothing. */
export type Verification = { ok: true; responseTxt: string } | ({ ok: false } & Reason)

/** Whether the gateway has said no. Any other word than `true`, such as an error page, means that it was not reached. */
export const isDenial = (responseTxt: string) => responseTxt === 'false' || responseTxt === 'invalid'

/**
 * Where `notify_verify` is asked (protocol.md 2.9). The notify_id of a return is already percent-encoded inside and
 * must not be encoded again (4.5); any other character that means something in a URL is, so that a notify_id like
 * `x&partner=2088...` stays one value.
 */
export function notifyVerifyUrl(account: Pick<Account, 'gatewayUrl' | 'partner'>, notifyId: string): string {
  const value = notifyId.replace(/%(?![0-9A-Fa-f]{2})|[^\w\-.~%]/gu, encodeURIComponent)
  return `${account.gatewayUrl}?service=notify_verify&partner=${account.partner}&notify_id=${value}`
}

/**
 * Asks the gateway whether it sent the message with this notify_id (once decoded, as received). The partner is ours,
 * never the message's. Never throws: a gateway that is late, far away or verbose has not said `true`.
 */
export async function notifyVerify(
  account: Pick<Account, 'gatewayUrl' | 'partner'>,
  notifyId: string,
  fetch: typeof globalThis.fetch,
  timeoutMs: number,
): Promise<Verification> {
  const options = { timeoutMs, maxBytes: MAX_ANSWER_BYTES, fetch: withSecondTry(fetch) }
  const asked = await askOnce(notifyVerifyUrl(account, notifyId), {}, options)
  if (!asked.ok) return asked
  if (asked.status !== 200) return { ok: false, code: 'http_status', detail: String(asked.status) }
  return asked.truncated
    ? { ok: false, code: 'answer_too_long' }
    : { ok: true, responseTxt: Buffer.from(asked.bytes).toString('latin1') }
}
