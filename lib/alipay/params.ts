import { type Charset, encode, textOf } from './charset'
import type { Reason, ReasonCode } from './reason-codes'

/** Parameters as text, in the order given. A Map, because no name (`__proto__`, `1`) is special in it. */
export type Params = ReadonlyMap<string, string>

/**
 * Parameters as bytes: names and values are "binary" strings, one character (U+0000 to U+00FF) per byte. Signatures are
 * made over bytes, so this form needs no charset and sorts in byte order.
 */
export type RawParams = ReadonlyMap<string, string> & { readonly [raw]: true }
declare const raw: unique symbol

/** Marks parameters of binary strings as such. */
export const rawParams = (params: ReadonlyMap<string, string>) => params as RawParams

export type Parsed = { ok: true; params: RawParams } | ({ ok: false } & Reason)

/** Real messages have about 30. */
export const MAX_PARAMS = 200

const [PERCENT, AMPERSAND, PLUS, EQUALS, SPACE] = [0x25, 0x26, 0x2b, 0x3d, 0x20]

/**
 * Splits `application/x-www-form-urlencoded` bytes (a POST body or a raw query string) and decodes `%xx` and `+` once.
 * Refuses what two programs could read in two ways: a name given twice or with `&` or `=` in it, a broken `%`, a NUL
 * (protocol.md 4.3, 5.2).
 */
export function parseForm(body: Uint8Array): Parsed {
  const decoded = Buffer.allocUnsafe(body.length) // all names and values in one piece takes half the time
  const pairs: { start: number; nameEnd: number; end: number }[] = []
  let size = 0
  for (let at = 0; at < body.length; at++) {
    const pairAt = at
    const start = size
    let nameEnd = -1
    for (; at < body.length && body[at] !== AMPERSAND; at++) {
      let byte = body[at] ?? 0
      if (byte === EQUALS && nameEnd < 0) {
        nameEnd = size
        continue
      }
      if (byte === PLUS) byte = SPACE
      if (byte === PERCENT) {
        byte = (hexValue(body[++at]) << 4) | hexValue(body[++at])
        if (nameEnd < 0 && (byte === AMPERSAND || byte === EQUALS)) return refused('name_with_separator')
      }
      if (byte <= 0) {
        const pair = Buffer.from(body.subarray(pairAt, pairAt + 80)).toString('latin1')
        const shown = pair.replace(/[^\x20-\x7e]/g, '?')
        return refused('broken_encoding', shown)
      }
      decoded[size++] = byte
    }
    if (at > pairAt) pairs.push({ start, nameEnd: nameEnd < 0 ? size : nameEnd, end: size })
    if (pairs.length > MAX_PARAMS) return refused('too_many_parameters', String(MAX_PARAMS))
  }

  const text = decoded.toString('latin1', 0, size)
  const params = new Map<string, string>()
  for (const { start, nameEnd, end } of pairs) {
    const name = text.slice(start, nameEnd)
    if (params.has(name)) return refused('parameter_twice', name.slice(0, 80))
    params.set(name, text.slice(nameEnd, end))
  }
  return params.size === 0 ? refused('no_parameters') : { ok: true, params: rawParams(params) }
}

const refused = (code: ReasonCode, detail?: string): Parsed => ({ ok: false, code, detail })

const HEX = Int8Array.from({ length: 256 }, (_, byte) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase()),
)

/** The value of a byte that is a hex digit, or -1. */
const hexValue = (byte = 0): number => HEX[byte] as number

/** Parameters as `application/x-www-form-urlencoded`: names and values percent-encoded once, from the charset's bytes. */
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
  const pairs = Array.from(
    params,
    ([name, value]) => [binary(name, charset), binary(value, charset)] as const,
  )
  return rawParams(new Map(pairs))
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

/**
 * Parameters whose names are signed, sorted in byte order, as `name=value` joined with `&`; empty ones only `withEmpty`.
 * Bytes in, bytes out.
 */
export function joinSigned(
  params: RawParams,
  isUnsigned: (name: string) => boolean,
  withEmpty = false,
): string {
  const names: string[] = []
  for (const [name, value] of params) if ((withEmpty || value !== '') && !isUnsigned(name)) names.push(name)
  return names
    .sort()
    .map((name) => name + '=' + params.get(name))
    .join('&')
}
