import { askOnce, withSecondTry } from '../http'
import type { Account } from './request'

/** The longest answer is `invalid`; a longer one is not worth reading. */
const MAX_ANSWER_BYTES = 64

/** responseTxt (spec.md T4.4b): the gateway's word, or in parentheses why there was none. Only `true` is a yes. */
export type ResponseTxt = string

/**
 * Whether the gateway itself has said no. Anything else that is not `true`, such as no connection or an error page, only
 * means that it could not be asked.
 */
export const isDenial = (responseTxt: ResponseTxt) => responseTxt === 'false' || responseTxt === 'invalid'

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
): Promise<ResponseTxt> {
  const options = { timeoutMs, maxBytes: MAX_ANSWER_BYTES, fetch: withSecondTry(fetch) }
  const asked = await askOnce(notifyVerifyUrl(account, notifyId), {}, options)
  if (!asked.ok)
    return asked.code === 'timeout' ? `(no answer in ${timeoutMs} ms)` : `(no connection: ${asked.detail})`
  if (asked.status !== 200) return `(HTTP ${asked.status})`
  return asked.truncated ? '(more than one word)' : Buffer.from(asked.bytes).toString('latin1')
}
