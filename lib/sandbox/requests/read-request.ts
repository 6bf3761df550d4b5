import { type Parsed, parseForm, type RawParams, rawParams } from '../../alipay/params'
import type { Reason } from '../../alipay/reason-codes'
import { reasonInWords } from '../../alipay/reason-words'
import { boundaryOf, parseMultipart } from './parse-multipart'
import { type GatewayRefusal, refused } from './refusal'

/** A longer body is refused with HTTP 413. */
export const MAX_BODY_BYTES = 64 * 1024

/** A request's parameters as bytes, and the charset that its address names, which is known before the body is read. */
export interface RawRequest {
  kind: 'read'
  params: RawParams
  urlCharset: string | undefined
}

/**
 * Reads the parameters of a request from its raw bytes: those of the address and those of a form, urlencoded or
 * multipart, together (protocol.md 1). A GET has no body. A name in both must have the same value, except
 * `_input_charset`: there the signed one, in the body, counts (threats.md 43).
 */
export function readRequest(
  query: Uint8Array,
  body?: Uint8Array,
  contentType?: string,
): RawRequest | GatewayRefusal {
  if (body && body.length > MAX_BODY_BYTES) return TOO_LARGE
  const fromQuery = query.length > 0 ? parseForm(query) : NONE
  const fromBody = body && body.length > 0 ? parseBody(body, contentType) : NONE
  if (!fromBody.ok) return unreadable(fromBody)
  if (!fromQuery.ok) return unreadable(fromQuery)
  const urlCharset = fromQuery.params.get('_input_charset')
  for (const [name, value] of fromBody.params) {
    const inQuery = fromQuery.params.get(name)
    if (inQuery === undefined || inQuery === value || name === '_input_charset') continue
    return unreadable({ code: 'two_values', detail: name.slice(0, 80) })
  }
  return { kind: 'read', params: rawParams(new Map([...fromQuery.params, ...fromBody.params])), urlCharset }
}

const NONE = { ok: true, params: rawParams(new Map()) } as const

function parseBody(body: Uint8Array, contentType: string | undefined): Parsed {
  const boundary = boundaryOf(contentType)
  if (boundary === undefined) return parseForm(body)
  return boundary === null ? { ok: false, code: 'no_boundary' } : parseMultipart(body, boundary)
}

const unreadable = (reason: Reason) =>
  refused(
    'ILLEGAL_ARGUMENT',
    `读不了请求的参数：${reasonInWords(reason, 'zh')}`,
    `The parameters cannot be read: ${reasonInWords(reason, 'en')}`,
  )

const TOO_LARGE: GatewayRefusal = {
  ...refused(
    'ILLEGAL_ARGUMENT',
    `请求正文超过 ${MAX_BODY_BYTES / 1024} KB`,
    `The body of the request is larger than ${MAX_BODY_BYTES / 1024} KB`,
  ),
  status: 413,
}

/** The service or method that an unreadable request seems to name. */
export function valueIn(
  name: 'service' | 'method',
  query: Uint8Array,
  body?: Uint8Array,
): string | undefined {
  const text = [query, body?.subarray(0, MAX_BODY_BYTES) ?? []]
  const pattern = new RegExp(`(?:^|&)${name}=([\\w.]+)`)
  return text.map((bytes) => pattern.exec(Buffer.from(bytes).toString('latin1'))?.[1]).find(Boolean)
}
