import { reasonOf } from '../alipay/reason-of'
import { readLimited } from '../alipay/read-limited'
import { withSecondTry } from '../alipay/second-try'
import type { World } from './world'

const FORM = 'application/x-www-form-urlencoded'
const MAX_PAGE_BYTES = 64 * 1024

/** What a page of the shop answered. */
export interface Reply {
  status: number
  location: string | null
  type: string
  cookie: boolean
  body: Buffer
}

export const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': FORM, ...headers },
  body,
})

/** Asks a page, following no redirect. Answers in words why there was no reply. */
export async function send(world: World, url: string, init: RequestInit = {}): Promise<Reply | string> {
  const signal = AbortSignal.timeout(world.timeoutMs)
  const fetch = init.method ? world.fetch : withSecondTry(world.fetch) // a GET only reads
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', cache: 'no-store', signal })
    const { bytes } = await readLimited(response.body, MAX_PAGE_BYTES)
    return {
      status: response.status,
      location: response.headers.get('location'),
      type: response.headers.get('content-type') ?? '',
      cookie: response.headers.has('set-cookie'),
      body: Buffer.from(bytes),
    }
  } catch (error) {
    return signal.aborted ? `${world.timeoutMs} ms` : reasonOf(error)
  }
}
