import { reasonOf } from '../alipay/reason-of'
import { formEncode } from '../alipay/params'
import { readLimited } from '../alipay/read-limited'
import { type Account, signRequest } from '../alipay/partner/request'
import { withSecondTry } from '../alipay/second-try'
import type { World } from './world'

const MAX_ANSWER_BYTES = 64 * 1024

/** What the gateway answered with status 200, and its Date header; or in words why it did not. */
export type Answer = { bytes: Uint8Array; date: string | null } | string

/** A signed GET that begins nothing, following no redirect. */
export async function ask(alipay: Account, world: World, params: Record<string, string>): Promise<Answer> {
  const { fields, charset } = signRequest(alipay, params)
  const signal = AbortSignal.timeout(world.timeoutMs)
  try {
    const response = await withSecondTry(world.fetch)(`${alipay.gatewayUrl}?${formEncode(fields, charset)}`, {
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    if (response.status !== 200) return `HTTP ${response.status}`
    const { bytes } = await readLimited(response.body, MAX_ANSWER_BYTES)
    return { bytes, date: response.headers.get('date') }
  } catch (error) {
    return signal.aborted ? 'timeout' : reasonOf(error)
  }
}
