import { formEncode } from './params'
import type { SignedRequest } from './signed-request'

/** How a question is asked: how long the whole answer may take, how much of it is read, and by which `fetch`. */
export interface AskOptions {
  timeoutMs: number
  maxBytes: number
  fetch: typeof globalThis.fetch
}

/** Answers are some KB; nothing longer than this is read. */
export const MAX_ANSWER_BYTES = 256 * 1024

/** An answer of any status, or why there was none. `truncated`: it had more than `maxBytes`, and the rest was not read. */
export type Asked =
  | { ok: true; status: number; headers: Headers; bytes: Uint8Array<ArrayBuffer>; truncated: boolean }
  | NotAsked

/** `detail`: the milliseconds that were waited, or the system's code, such as ECONNREFUSED. */
export interface NotAsked {
  ok: false
  code: 'timeout' | 'no_connection'
  detail: string
}

/** The one outgoing request: follows no redirect, uses no cache. Never throws. */
export async function askOnce(url: string, init: RequestInit, options: AskOptions): Promise<Asked> {
  const { timeoutMs, maxBytes, fetch } = options
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', cache: 'no-store', signal })
    const { status, headers } = response
    return { ok: true, status, headers, ...(await readLimited(response.body, maxBytes)) }
  } catch (error) {
    return signal.aborted
      ? { ok: false, code: 'timeout', detail: String(timeoutMs) }
      : { ok: false, code: 'no_connection', detail: reasonOf(error) }
  }
}

/** Sends a signed request from server to server, by POST. Never throws. */
export const callService = (
  { action, charset, fields }: SignedRequest,
  options: AskOptions,
): Promise<Asked> =>
  askOnce(
    action,
    {
      method: 'POST',
      headers: { 'content-type': `application/x-www-form-urlencoded; charset=${charset}` },
      body: formEncode(fields, charset),
    },
    options,
  )

/** Error codes of a connection that the other side has closed. */
const CLOSED = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/**
 * `fetch` for questions that change nothing: asks at once a second time where the connection was closed before an answer
 * began, as happens to a kept-alive connection that the other side gives up. Not for a request that ships or closes,
 * which may have arrived all the same.
 */
export function withSecondTry(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    try {
      return await fetch(input, init)
    } catch (error) {
      if (!CLOSED.has(reasonOf(error))) throw error
      return fetch(input, init)
    }
  }
}

/** The first `maxBytes` of a body, and whether there was more, which is not waited for. */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; truncated: boolean }> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (body) {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxBytes) break // leaving the loop cancels the stream
    }
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)).subarray(0, maxBytes), truncated: size > maxBytes }
}

/** The system's code of a failure (ECONNREFUSED, ENOTFOUND), or `timeout`, or else the error's own words. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'AbortError' || cause.name === 'TimeoutError') return 'timeout'
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message || cause.name
}
