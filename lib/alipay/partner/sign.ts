import { hash, timingSafeEqual } from 'node:crypto'
import type { Charset } from '../charset'
import { toRaw } from '../params'
import { stringToSign } from './string-to-sign'

/** MD5 of the bytes to sign and the key, nothing between: 32 lower-case hex digits (protocol.md 4.1). */
export function md5Sign(bytesToSign: string, key: string): string {
  return hash('md5', Buffer.from(bytesToSign + key, 'latin1'))
}

/** The MD5 signature of text parameters. Throws UnencodableError for what the charset cannot carry. */
export function signParams(
  params: Iterable<readonly [string, string]>,
  key: string,
  charset: Charset,
): string {
  return md5Sign(stringToSign(toRaw(params, charset)), key)
}

/**
 * Whether a received sign is the one computed here, compared in constant time. It must be 32 lower-case hex digits: no
 * gateway message ever had capitals or blanks (protocol.md 4.1).
 */
export function signsEqual(received: string, computed: string): boolean {
  const a = Buffer.from(received)
  const b = Buffer.from(computed)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whether a received sign is that of these bytes and this key. */
export const isMd5Sign = (received: string, bytesToSign: string, key: string): boolean =>
  signsEqual(received, md5Sign(bytesToSign, key))
