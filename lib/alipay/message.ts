import type { Params } from './params'
import type { Reason } from './reason-codes'

/** Messages are about 1 KB; nothing longer than this is read (threats.md 38). */
export const MAX_MESSAGE_BYTES = 64 * 1024

/** A notification or a return of either interface, parsed, and its sign checked. */
export type Message =
  | (Reason & { kind: 'malformed' })
  | (Reason & Checked & { kind: 'bad_sign' })
  | (Checked & { kind: 'signed' })

/** Parameters and the check of their sign. */
export interface Checked {
  /** As text; those named by `unreadable` have U+FFFD for bytes that are not text. */
  params: Params
  unreadable: readonly string[]
  /** The string that was signed, as text for people. */
  signedText: string
  sign: string
  /** The sign computed here; null where only the gateway has the key that makes it (RSA2). */
  mysign: string | null
}

/**
 * Whether a Content-Type names a form. The gateway's header is malformed, with two media types
 * (`application/x-www-form-urlencoded; text/html; charset=utf-8`, protocol.md 5.2), so only the first counts. Its charset
 * is ignored.
 */
export function isFormContentType(header: string | null): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(header ?? '')
}
