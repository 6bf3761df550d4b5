import { setTimeout as wait } from 'node:timers/promises'
import { MAX_MESSAGE_BYTES, isFormContentType } from '@/lib/alipay/partner/message'
import { readLimited } from '@/lib/alipay/http'
import { probeMark } from '@/lib/doctor/probe-mark'
import type { Arrival } from '@/lib/messages/receive-message'
import { rawQuery } from '@/lib/raw-target'

/** A sender that stalls is let go. */
const READ_TIMEOUT_MS = 10_000

/** Evidence, not proof: a proxy in front may name anybody here. */
const remoteAddress = (request: Request) => request.headers.get('x-forwarded-for')?.slice(0, 64) ?? ''

/**
 * Whether an address was only opened, as a person does who looks whether it can be reached, or a crawler: nothing was
 * sent, so there is nothing to log or to count.
 */
export const isBareVisit = (request: Request) =>
  (request.method === 'GET' || request.method === 'HEAD') && rawQuery(request) === ''

/** A notification's bytes as they came, never decoded by anybody else before. */
export async function readNotification(request: Request): Promise<Arrival> {
  const arrival = {
    channel: 'notify' as const,
    remoteAddress: remoteAddress(request),
    probe: probeMark(request.headers),
  }
  const none = new Uint8Array()
  if (request.method !== 'POST')
    return { ...arrival, bytes: none, unreadable: `by ${request.method}, not by POST` }
  const stalled = wait(READ_TIMEOUT_MS, undefined, { ref: false })
  const body = await Promise.race([readLimited(request.body, MAX_MESSAGE_BYTES), stalled]).catch(
    () => undefined,
  )
  if (!body)
    return { ...arrival, bytes: none, unreadable: `the body did not arrive within ${READ_TIMEOUT_MS} ms` }
  const { bytes, truncated } = body
  const unreadable = truncated
    ? `more than ${MAX_MESSAGE_BYTES} bytes`
    : isFormContentType(request.headers.get('content-type'))
      ? undefined
      : 'the Content-Type is not application/x-www-form-urlencoded'
  return { ...arrival, bytes, unreadable }
}

/** A return's query as it came: Next's own copy is decoded and encoded again, which breaks GBK. */
export function readReturn(request: Request): Arrival {
  const bytes = new Uint8Array(Buffer.from(rawQuery(request), 'latin1'))
  return { channel: 'return', bytes, remoteAddress: remoteAddress(request) }
}
