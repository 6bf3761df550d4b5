import { lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import type { Delivery } from '@/generated/sandbox/client'
import { readLimited, reasonOf } from '../../alipay/http'
import { checkedLookup, ForbiddenAddressError, forbiddenLiteral, isHomeUrl } from './checked-lookup'
import { findMerchant, isAllowedUrl } from '../merchants'

/** A shop that takes longer counts as silent. */
export const ATTEMPT_TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 1_024

/** What came back; where nothing did, why, in parentheses. */
export interface Answer {
  status: number | null
  body: string
}

const none = (reason: string): Answer => ({ status: null, body: `(${reason})` })

/** As the gateway posts (protocol.md 5.2), and only where it may (threats.md 71). Follows no redirect. */
export async function postDelivery(
  { partner, url, contentType }: Pick<Delivery, 'partner' | 'url' | 'contentType'>,
  body: Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  const merchant = await findMerchant(partner)
  if (!merchant || !isAllowedUrl(url, merchant)) return none('host not allowed')
  const forbidden = forbiddenLiteral(url)
  if (forbidden) return none(new ForbiddenAddressError(forbidden).message)
  const signal = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)
  try {
    if (isOwnPage(url)) return none('the sandbox does not post to itself')
    const response = await post(url, contentType, body, signal)
    const { bytes, truncated } = await readLimited(
      Readable.toWeb(response) as ReadableStream<Uint8Array>,
      MAX_ANSWER_BYTES,
    )
    // PostgreSQL takes no NUL; what was cut off must not look like a whole answer
    const text = Buffer.from(bytes).toString().replaceAll('\0', '\ufffd') + (truncated ? '…' : '')
    return { status: response.statusCode ?? null, body: text }
  } catch (error) {
    return none(signal.aborted ? `no answer in ${ATTEMPT_TIMEOUT_MS / 1000} s` : reasonOf(error))
  }
}

/**
 * Whether it is a page of this sandbox: its control API takes a post without an Origin for a program's, and while the key is
 * the published one a page of any site can ask for a payment with such a notify_url. Throws for a path that cannot be read.
 */
const isOwnPage = (url: string) => isHomeUrl(url) && /^\/+sandbox\//i.test(decodeURI(new URL(url).pathname))

function post(
  url: string,
  contentType: string,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { request } = new URL(url).protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    request(url, {
      method: 'POST',
      headers: { 'content-type': contentType, 'content-length': body.length, 'user-agent': 'Mozilla/4.0' },
      agent: false, // a connection of its own, and so a lookup of its own
      lookup: isHomeUrl(url) ? lookup : checkedLookup(),
      signal,
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body)
  })
}
