import { setTimeout as wait } from 'node:timers/promises'
import { MAX_MESSAGE_BYTES, isFormContentType } from '@/lib/alipay/message'
import { readLimited } from '@/lib/alipay/http'
import { probeMark } from '@/lib/doctor/send'
import type { Arrival } from '@/lib/messages/receive-message'
import { rawQuery } from '@/lib/raw-target'

/** Longer than any honest sender takes for a body. */
const READ_TIMEOUT_MS = 10_000

/** Evidence, not proof: the sender can write this header. */
const remoteAddress = (request: Request) => request.headers.get('x-forwarded-for')?.slice(0, 64) ?? ''

/** Whether the address was only opened, by a crawler or to see if it can be reached: there is nothing to log. */
export const isBareVisit = (request: Request) =>
  (request.method === 'GET' || request.method === 'HEAD') && rawQuery(request) === ''

/** A notification's raw bytes, before anything decodes them. */
export async function readNotification(request: Request): Promise<Arrival> {
  const arrival = {
    channel: 'notify' as const,
    remoteAddress: remoteAddress(request),
    probe: probeMark(request.headers),
  }
  const none = new Uint8Array()
  if (request.method !== 'POST')
    return { ...arrival, bytes: none, unreadable: { code: 'not_by_post', detail: request.method } }
  const stalled = wait(READ_TIMEOUT_MS, undefined, { ref: false })
  const body = await Promise.race([readLimited(request.body, MAX_MESSAGE_BYTES), stalled]).catch(
    () => undefined,
  )
  if (!body)
    return { ...arrival, bytes: none, unreadable: { code: 'body_stalled', detail: String(READ_TIMEOUT_MS) } }
  const { bytes, truncated } = body
  if (truncated)
    return { ...arrival, bytes, unreadable: { code: 'too_long', detail: String(MAX_MESSAGE_BYTES) } }
  const isForm = isFormContentType(request.headers.get('content-type'))
  return { ...arrival, bytes, unreadable: isForm ? undefined : { code: 'content_type' } }
}

/** A return's raw query. Next's own copy is decoded and encoded again, which breaks GBK. */
export function readReturn(request: Request): Arrival {
  const bytes = new Uint8Array(Buffer.from(rawQuery(request), 'latin1'))
  return { channel: 'return', bytes, remoteAddress: remoteAddress(request) }
}
