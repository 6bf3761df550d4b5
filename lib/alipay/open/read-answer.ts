import type { KeyObject } from 'node:crypto'
import { textForPeople, textOf } from '../charset'
import { MAX_ANSWER_BYTES } from '../http'
import type { Checked } from '../message'
import type { Reason, ReasonCode } from '../reason-codes'
import { membersOf, parsed } from './json-members'
import { rsa2Verify } from './sign'

/**
 * `signed`: done (code 10000), with the members of the answer as text. `refused`: with the code that says most, without
 * `ACQ.`; only `signed` proves that Alipay said so. `unsure`: it may have been done.
 */
export type JsonAnswer =
  | (Checked & { kind: 'signed' })
  | { kind: 'refused'; code: string; signed: boolean }
  | { kind: 'unsure'; code: string }
  | (Reason & { kind: 'unbelievable' })

/**
 * Reads the answer to a call of one of these methods, in UTF-8: one response, signed over the very bytes it was sent in, of
 * which only the verified ones are read. A failure before Alipay knows the application is not signed.
 */
export function readJsonAnswer(
  bytes: Uint8Array,
  methods: readonly string[],
  alipayPublicKey: KeyObject,
): JsonAnswer {
  if (bytes.length > MAX_ANSWER_BYTES) return unbelievable('too_long', String(MAX_ANSWER_BYTES))
  const outer = membersOf(Buffer.from(bytes).toString('latin1'))
  if (!outer.ok) return { kind: 'unbelievable', ...outer }
  const { members } = outer
  const responses = [...members].filter(([name]) => name.endsWith('_response'))
  const [response] = responses
  const expected = [...methods.map((method) => `${method.replaceAll('.', '_')}_response`), 'error_response']
  if (!response || responses.length > 1 || !expected.includes(response[0]))
    return unbelievable(
      'no_response',
      responses
        .map(([name]) => name)
        .join(', ')
        .slice(0, 200) || undefined,
    )

  const [, slice] = response
  const sign = parsed(members.get('sign') ?? '""')
  if (typeof sign !== 'string') return unbelievable('no_sign')
  if (sign !== '' && !rsa2Verify(slice, sign, alipayPublicKey)) return unbelievable('wrong_sign')
  const text = textOf(slice, 'utf-8')
  if (text === undefined) return unbelievable('not_text', 'utf-8')
  const inner = membersOf(text)
  if (!inner.ok) return { kind: 'unbelievable', ...inner }
  const params = new Map<string, string>()
  for (const [name, json] of inner.members) {
    const value = asText(json)
    if (value === undefined) return unbelievable('not_json', name.slice(0, 80))
    params.set(name, value)
  }
  return judge(params, { sign, signedText: textForPeople(slice, 'utf-8') })
}

function judge(params: Map<string, string>, evidence: Pick<Checked, 'sign' | 'signedText'>): JsonAnswer {
  const code = params.get('code') ?? ''
  const subCode = params.get('sub_code')
  const signed = evidence.sign !== ''
  if (![code, subCode ?? ''].every((word) => /^[\w.-]{0,64}$/.test(word)) || code === '')
    return unbelievable('no_response', 'code')
  if (code === '10000')
    return signed
      ? { kind: 'signed', params, unreadable: [], ...evidence, mysign: null }
      : unbelievable('no_sign')
  const word = (subCode || code).replace(/^ACQ\./, '')
  const isUnsure = code === '20000' || UNSURE.has(word)
  return isUnsure ? { kind: 'unsure', code: word } : { kind: 'refused', code: word, signed }
}

/** After these it is not known whether it was done. */
const UNSURE = new Set(['SYSTEM_ERROR', 'isp.unknow-error', 'aop.unknow-error', 'aop.ACQ.SYSTEM_ERROR'])

/** A member's value as a parameter: text as it is, and anything else as its JSON, such as `fund_bill_list`. */
function asText(json: string): string | undefined {
  const value = parsed(json)
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : json
}

const unbelievable = (code: ReasonCode, detail?: string): JsonAnswer => ({
  kind: 'unbelievable',
  code,
  detail,
})
