import { parameterWithin } from '../ambiguity'
import { type Charset, textForPeople, textOf } from '../charset'
import { MAX_MESSAGE_BYTES, type Message } from '../message'
import type { Account } from './request'
import { type Params, parseForm, type RawParams } from '../params'
import { isDeciding, readParams } from '../read-params'
import type { Reason } from '../reason-codes'
import { md5Sign, signsEqual } from './sign'
import { stringToSign } from './string-to-sign'

/**
 * Reads a message from its raw bytes: the body of a POST, or the raw query of a return. The sign is checked over the
 * received bytes, decoded once (a return's notify_id keeps its inner `%2F`, protocol.md 4.5), never over text that was
 * encoded again. The sign type is taken from the account, not from the message (spec.md F15a).
 */
export function readMessage(
  bytes: Uint8Array,
  account: Pick<Account, 'key' | 'charset' | 'signType'>,
): Message {
  if (bytes.length > MAX_MESSAGE_BYTES)
    return malformed({ code: 'too_long', detail: String(MAX_MESSAGE_BYTES) })
  const parsed = parseForm(bytes)
  if (!parsed.ok) return malformed(parsed)
  const raw = parsed.params
  const read = readParams(raw, account.charset)
  const other = account.charset === 'utf-8' ? 'gbk' : 'utf-8'
  if ((!read.ok || read.unreadable.length > 0) && isRatherIn(other, raw, account.charset))
    return malformed({ code: 'other_charset', detail: other })
  if (!read.ok) return malformed(read)
  const { params, unreadable } = read

  for (const [name, value] of raw) {
    const within = parameterWithin(value) ?? parameterInDeciding(name, value)
    if (within) {
      const held = textForPeople(name, account.charset)
      return malformed({ code: 'value_with_parameter', detail: `${held}: ${within}` })
    }
  }

  const sign = params.get('sign') ?? ''
  const signed = stringToSign(raw)
  const mysign = md5Sign(signed, account.key)
  const checked = { params, unreadable, signedText: textForPeople(signed, account.charset), sign, mysign }
  const reason = refusal(params, sign, mysign, account)
  return reason ? { kind: 'bad_sign', ...reason, ...checked } : { kind: 'signed', ...checked }
}

/** No value that decides holds `&`; a notify_id may, because the gateway confirms it as a whole. */
function parameterInDeciding(name: string, value: string): string | undefined {
  const cut = value.indexOf('&')
  return cut >= 0 && name !== 'notify_id' && isDeciding(name) ? value.slice(cut + 1).split('=')[0] : undefined
}

const malformed = ({ code, detail }: Reason): Message => ({ kind: 'malformed', code, detail })

function refusal(
  params: Params,
  sign: string,
  mysign: string,
  { signType }: Pick<Account, 'signType'>,
): Reason | undefined {
  if (sign === '') return { code: 'no_sign' }
  if (params.get('sign_type') !== signType) return { code: 'sign_type', detail: signType }
  return signsEqual(sign, mysign) ? undefined : { code: 'wrong_sign' }
}

/** Whether a value is text in a charset. Chinese text in GBK stays within GB2312, which misread UTF-8 hardly ever does. */
const TEXT_IN: Record<'utf-8' | 'gbk', (value: string) => boolean> = {
  'utf-8': (value) => textOf(value, 'utf-8') !== undefined,
  gbk: (value) => /^(?:[\x01-\x7f]|[\xa1-\xf7][\xa1-\xfe])*$/.test(value),
}

/**
 * Whether a message was more likely written in `other` (threats.md 42): all of it is text there, and in `charset` more
 * characters are broken than whole. A character cut off at the end of a value does not count.
 */
function isRatherIn(other: 'utf-8' | 'gbk', raw: RawParams, charset: Charset): boolean {
  const values = [...raw.values()]
  if (!values.every(TEXT_IN[other])) return false
  const text = values.map((value) => textForPeople(value, charset).replace(/\ufffd$/, '')).join('')
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const whole = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  return broken > 2 && broken > whole
}
