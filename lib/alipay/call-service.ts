import { formEncode } from './params'
import { MAX_ANSWER_BYTES } from './partner/read-xml-answer'
import { readLimited } from './read-limited'
import { reasonOf } from './reason-of'
import type { SignedRequest } from './partner/request'
import { withSecondTry } from './second-try'

/** The bytes of an answer, or why there was none. */
export type ServiceAnswer =
  { kind: 'answer'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'none'; reason: string }

/** The services that only tell something, so that they may be asked twice. */
const QUESTIONS = new Set(['single_trade_query', 'query_timestamp'])

/**
 * Sends a request from server to server, by POST. Never throws: a gateway that is late, far away or verbose has not
 * answered. Follows no redirect.
 */
export async function callService(
  { action, charset, fields }: SignedRequest,
  fetch: typeof globalThis.fetch,
  timeoutMs: number,
): Promise<ServiceAnswer> {
  const signal = AbortSignal.timeout(timeoutMs)
  const send = QUESTIONS.has(fields.get('service') ?? '') ? withSecondTry(fetch) : fetch
  try {
    const response = await send(action, {
      method: 'POST',
      headers: { 'content-type': `application/x-www-form-urlencoded; charset=${charset}` },
      body: formEncode(fields, charset),
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    const { bytes, truncated } = await readLimited(response.body, MAX_ANSWER_BYTES)
    if (response.status !== 200) return none(`HTTP ${response.status}`)
    return truncated ? none(`an answer of more than ${MAX_ANSWER_BYTES} bytes`) : { kind: 'answer', bytes }
  } catch (error) {
    return none(signal.aborted ? `no answer in ${timeoutMs} ms` : `no connection: ${reasonOf(error)}`)
  }
}

const none = (reason: string): ServiceAnswer => ({ kind: 'none', reason })
