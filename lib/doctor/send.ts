import { askOnce, type Asked, withSecondTry } from '../alipay/http'
import type { World } from './world'

const FORM = 'application/x-www-form-urlencoded'
const MAX_PAGE_BYTES = 64 * 1024

export const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': FORM, ...headers },
  body,
})

/** Asks a page of the shop, or the gateway by a GET that begins nothing. */
export const send = ({ timeoutMs, fetch }: World, url: string, init: RequestInit = {}): Promise<Asked> =>
  askOnce(url, init, {
    timeoutMs,
    maxBytes: MAX_PAGE_BYTES,
    fetch: init.method ? fetch : withSecondTry(fetch),
  })

/** What came instead of an answer, as short as the system says it; the status where there was an answer. */
export const shortly = (asked: Asked) => {
  if (asked.ok) return `HTTP ${asked.status}`
  return asked.code === 'timeout' ? `${asked.detail} ms` : asked.detail
}

/** The header that names a probe of the doctor's whose body has to be empty. */
export const PROBE_HEADER = 'x-danbao-doctor'

const PROBE_ORDER_NO = /^doctor-[0-9a-f]{24}-[a-z]$/

/**
 * The order number under which an empty probe is logged, so that the doctor can delete its log entry. It is random and known
 * to the doctor alone, so that no other sender can have an entry deleted.
 */
export function probeMark(headers: Headers): string | undefined {
  const mark = headers.get(PROBE_HEADER) ?? ''
  return PROBE_ORDER_NO.test(mark) ? mark : undefined
}
