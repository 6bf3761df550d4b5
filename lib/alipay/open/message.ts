import type { KeyObject } from 'node:crypto'
import { openParameterWithin } from '../ambiguity'
import { textForPeople } from '../charset'
import { MAX_MESSAGE_BYTES, type Message } from '../message'
import { parseForm, type RawParams } from '../params'
import { isDeciding, readParams } from '../read-params'
import type { Reason } from '../reason-codes'
import { messageToSign, rsa2Verify } from './sign'

/**
 * Reads a message of the open platform from its raw bytes: the body of a notification, or the raw query of a return, always
 * in UTF-8. The sign is checked over the received bytes, decoded once, by Alipay's public key and RSA2, whatever the
 * message says of its algorithm (threats.md 76).
 */
export function readOpenMessage(bytes: Uint8Array, alipayPublicKey: KeyObject): Message {
  if (bytes.length > MAX_MESSAGE_BYTES)
    return malformed({ code: 'too_long', detail: String(MAX_MESSAGE_BYTES) })
  const parsed = parseForm(bytes)
  if (!parsed.ok) return malformed(parsed)
  const raw = parsed.params
  const read = readParams(raw, 'utf-8')
  if (!read.ok) return malformed(read)
  const { params, unreadable } = read

  for (const [name, value] of raw) {
    const within = openParameterWithin(value) ?? parameterInDeciding(name, value)
    if (within) {
      const held = textForPeople(name, 'utf-8')
      return malformed({ code: 'value_with_parameter', detail: `${held}: ${within}` })
    }
  }

  const sign = params.get('sign') ?? ''
  const signed = signedText(raw, sign, alipayPublicKey)
  const text = signed ?? messageToSign(raw)
  const checked = { params, unreadable, signedText: textForPeople(text, 'utf-8'), sign, mysign: null }
  if (sign === '') return { kind: 'bad_sign', code: 'no_sign', ...checked }
  if (params.get('sign_type') !== 'RSA2')
    return { kind: 'bad_sign', code: 'sign_type', detail: 'RSA2', ...checked }
  return signed === undefined
    ? { kind: 'bad_sign', code: 'wrong_sign', ...checked }
    : { kind: 'signed', ...checked }
}

/** The text of which `sign` is a right signature, or undefined. An empty value says nothing, signed or not. */
function signedText(raw: RawParams, sign: string, key: KeyObject): string | undefined {
  const text = messageToSign(raw)
  if (rsa2Verify(text, sign, key)) return text
  const withEmpty = messageToSign(raw, true)
  return withEmpty !== text && rsa2Verify(withEmpty, sign, key) ? withEmpty : undefined
}

/** No value that decides holds `&`. */
function parameterInDeciding(name: string, value: string): string | undefined {
  const cut = value.indexOf('&')
  return cut >= 0 && isDeciding(name) ? value.slice(cut + 1).split('=')[0] : undefined
}

const malformed = ({ code, detail }: Reason): Message => ({ kind: 'malformed', code, detail })
