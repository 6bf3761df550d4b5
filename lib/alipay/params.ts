import { type Charset, decode, encode } from './charset'

/** Parameters as text, in the order given. A Map, so that no name (`__proto__`, `1`) is special. */
export type Params = ReadonlyMap<string, string>

/**
 * Parameters as bytes: names and values are "binary" strings of one character (0 to 255) per byte. The signature is
 * made over bytes, so this form needs no charset, compares in byte order, and is what signing and verifying work on.
 */
export type RawParams = ReadonlyMap<string, string>

export type Parsed = { ok: true; params: RawParams } | { ok: false; reason: string }

/** More than any real message has (30 or so), and few enough that a flood costs nothing. */
const MAX_PARAMS = 200

/**
 * Splits `application/x-www-form-urlencoded` bytes (a POST body or a raw query string) and decodes `%xx` and `+` once.
 * Refuses what two programs could read in two ways: a name given twice, a broken `%`, a NUL (protocol.md 4.3, 5.2).
 */
export function parseForm(body: Uint8Array): Parsed {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
  const params = new Map<string, string>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = unescape(equals < 0 ? pair : pair.slice(0, equals))
    const value = equals < 0 ? '' : unescape(pair.slice(equals + 1))
    if (name === undefined || value === undefined)
      return refused(`broken percent-encoding in "${pair.slice(0, 80)}"`)
    if (params.has(name)) return refused(`the parameter "${name.slice(0, 80)}" is given twice`)
    if (params.size === MAX_PARAMS) return refused(`more than ${MAX_PARAMS} parameters`)
    params.set(name, value)
  }
  return params.size === 0 ? refused('no parameters') : { ok: true, params }
}

const refused = (reason: string): Parsed => ({ ok: false, reason })

/** `%xx` and `+` to bytes; undefined where a `%` is not followed by two hex digits, or a NUL comes out. */
function unescape(escaped: string): string | undefined {
  let text = escaped.includes('+') ? escaped.replaceAll('+', ' ') : escaped
  let percent = text.indexOf('%')
  if (percent >= 0) {
    let bytes = text.slice(0, percent)
    while (percent >= 0) {
      const byte = hexDigit(text.charCodeAt(percent + 1)) * 16 + hexDigit(text.charCodeAt(percent + 2))
      if (Number.isNaN(byte)) return undefined
      const next = text.indexOf('%', percent + 3)
      bytes += String.fromCharCode(byte) + text.slice(percent + 3, next < 0 ? undefined : next)
      percent = next
    }
    text = bytes
  }
  return text.includes('\0') ? undefined : text
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : NaN
}

/** Parameters in the form that HTTP carries: names and values percent-encoded once, from the charset's bytes. */
export function formEncode(params: Iterable<readonly [string, string]>, charset: Charset): string {
  return Array.from(params, ([name, value]) => `${escape(name, charset)}=${escape(value, charset)}`).join('&')
}

function escape(text: string, charset: Charset): string {
  return encode(text, charset)
    .toString('latin1')
    .replace(
      /[^A-Za-z0-9\-_.*]/g,
      (byte) => '%' + byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'),
    )
}

/** Text to bytes. Throws UnencodableError for what the charset cannot carry. */
export function toRaw(params: Iterable<readonly [string, string]>, charset: Charset): RawParams {
  return new Map(
    Array.from(params, ([name, value]) => [binary(name, charset), binary(value, charset)] as const),
  )
}

const binary = (text: string, charset: Charset) => encode(text, charset).toString('latin1')

/** Bytes to text, or undefined where some are not text in this charset. */
export function toText(raw: RawParams, charset: Charset): Params | undefined {
  const params = new Map<string, string>()
  for (const [rawName, rawValue] of raw) {
    const name = textOf(rawName, charset)
    const value = textOf(rawValue, charset)
    if (name === undefined || value === undefined) return undefined
    params.set(name, value)
  }
  return params
}

const NON_ASCII = /[\x80-\xff]/

/** One binary string to text, or undefined. ASCII is the same in every charset here, and most values are. */
export function textOf(raw: string, charset: Charset): string | undefined {
  return NON_ASCII.test(raw) ? decode(Buffer.from(raw, 'latin1'), charset) : raw
}
