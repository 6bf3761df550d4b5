import { readLimited } from '../read-limited'
import { reasonOf } from '../reason-of'
import type { Account } from './request'
import { withSecondTry } from '../second-try'

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
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await withSecondTry(fetch)(notifyVerifyUrl(account, notifyId), {
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    if (response.status !== 200) return `(HTTP ${response.status})`
    const { bytes, truncated } = await readLimited(response.body, MAX_ANSWER_BYTES)
    return truncated ? '(more than one word)' : Buffer.from(bytes).toString('latin1')
  } catch (error) {
    return signal.aborted ? `(no answer in ${timeoutMs} ms)` : `(no connection: ${reasonOf(error)})`
  }
}
