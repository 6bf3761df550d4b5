import { lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import type { Delivery } from '@/generated/sandbox/client'
import { readLimited, reasonOf } from '../../alipay/http'
import { checkedLookup, ForbiddenAddressError, forbiddenLiteral, isHomeUrl } from '../checked-lookup'
import { findMerchant, isAllowedUrl } from '../merchants/merchants'

/** A shop that takes longer has not answered. */
export const ATTEMPT_TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 1_024

/** What the shop answered; where nothing came, `body` is the reason in parentheses. */
export interface Answer {
  status: number | null
  body: string
}

const ACKNOWLEDGEMENT = /^[\t\n\v\f\r ]*success[\t\n\v\f\r ]*$/

/** Whether a shop's answer stops the retries: `success`, with at most ASCII white space around it (protocol.md 5.6). */
export const isAcknowledged = ({ status, body }: Answer) => status === 200 && ACKNOWLEDGEMENT.test(body)

/** How many bytes an acknowledgement has beyond the seven that the documents ask for. */
export const blankBytes = (answer: Answer) =>
  isAcknowledged(answer) ? answer.body.length - 'success'.length : 0

const none = (reason: string): Answer => ({ status: null, body: `(${reason})` })

/** Posts as the gateway does (protocol.md 5.2), only to allowed addresses (threats.md 71). Follows no redirect. */
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
 * Whether a URL is a page of this sandbox. The control API takes a post without an Origin for a program's, and with the
 * published key any site can request a payment with such a notify_url. Throws for a path that cannot be decoded.
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
      agent: false, // a new connection, and so a lookup of its own
      lookup: isHomeUrl(url) ? lookup : checkedLookup(),
      signal,
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body)
  })
}
