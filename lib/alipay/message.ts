import { parameterWithin } from './ambiguity'
import type { Account } from './request'
import { type Params, parseForm, toText } from './params'
import { md5Sign, signsEqual, stringToSign } from './sign'

/** Messages are about 1 KB; nothing longer than this is read (threats.md 38). */
export const MAX_MESSAGE_BYTES = 64 * 1024

/** A notification or a return, as far as its bytes tell: parsed, and its sign compared with ours. */
export type Message =
  | { kind: 'malformed'; reason: string }
  | { kind: 'bad_sign'; reason: string; params: Params; sign: string; mysign: string }
  | { kind: 'signed'; params: Params; sign: string; mysign: string }

/**
 * Reads a message from its raw bytes: the body of a POST, or the raw query of a return. The sign is checked over the
 * bytes received, decoded once (so a return's notify_id keeps its inner `%2F`, protocol.md 4.5), never over text that
 * was decoded and encoded again. The sign type comes from the account, not from the message (spec.md F15a).
 */
export function readMessage(
  bytes: Uint8Array,
  account: Pick<Account, 'key' | 'charset' | 'signType'>,
): Message {
  if (bytes.length > MAX_MESSAGE_BYTES) return malformed(`more than ${MAX_MESSAGE_BYTES} bytes`)
  const parsed = parseForm(bytes)
  if (!parsed.ok) return malformed(parsed.reason)
  const params = toText(parsed.params, account.charset)
  if (!params) return malformed(`the bytes are not ${account.charset}${otherCharset(parsed.params, account)}`)

  for (const [name, value] of params) {
    const within = parameterWithin(value)
    if (within)
      return malformed(`${name} seems to hold ${within}: under one sign this can be read in two ways`)
  }

  const sign = params.get('sign') ?? ''
  const mysign = md5Sign(stringToSign(parsed.params), account.key)
  const checked = { params, sign, mysign }
  const reason = refusal(params, sign, mysign, account)
  return reason ? { kind: 'bad_sign', reason, ...checked } : { kind: 'signed', ...checked }
}

const malformed = (reason: string): Message => ({ kind: 'malformed', reason })

function refusal(params: Params, sign: string, mysign: string, account: Pick<Account, 'signType'>) {
  if (sign === '') return 'there is no sign'
  if (params.get('sign_type') !== account.signType) return `sign_type is not ${account.signType}`
  return signsEqual(sign, mysign)
    ? undefined
    : 'sign is not the one computed here: compare key, charset and parameters'
}

function otherCharset(raw: ReadonlyMap<string, string>, account: Pick<Account, 'charset'>) {
  const other = account.charset === 'utf-8' ? 'gbk' : 'utf-8'
  return toText(raw, other)
    ? `; it looks like ${other}: is ALIPAY_INPUT_CHARSET the charset of the request?`
    : ''
}

/**
 * Whether a Content-Type says "form". The gateway's own header is malformed, two media types in one
 * (`application/x-www-form-urlencoded; text/html; charset=utf-8`, protocol.md 5.2), so only its beginning counts;
 * its charset is ignored, the account's is used.
 */
export function isFormContentType(header: string | null): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(header ?? '')
}
