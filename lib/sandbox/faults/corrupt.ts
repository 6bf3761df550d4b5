import type { Delivery } from '@/generated/sandbox/client'
import { type Charset, firstUnencodable } from '../../alipay/charset'
import { formEncode, parseForm, toText } from '../../alipay/params'
import { db } from '../db'
import { findMerchant } from '../merchants/merchants'
import { type Forgery, signMessage } from '../merchants/sign-message'
import { charsetOf } from '../trade-request'
import type { FaultOptions } from './fault-kinds'

type Corruption = Extract<FaultOptions, { kind: 'tamper' | 'wrong-key' | 'wrong-charset' | 'downgrade' }>

/** A notification made wrong on purpose. `random` picks what the options leave open; `fault` says what was done. */
export async function corrupt(
  delivery: Delivery,
  options: Corruption,
  random: (what: string) => number,
): Promise<{ body: Uint8Array<ArrayBuffer>; fault: string }> {
  const { trade, charset, params, key } = await read(delivery)
  const signed = (changed: Map<string, string>, into: Charset, forgery?: Forgery) =>
    encoded(changed.set('sign', signMessage(changed, trade, { key }, into, forgery)), into)

  if (options.kind === 'wrong-key') {
    return { body: signed(params, charset, 'other-key'), fault: 'wrong-key: signed with another key' }
  }
  if (options.kind === 'downgrade') {
    const body = signed(params.set('sign_type', 'RSA'), charset, 'sha1')
    return { body, fault: 'downgrade: signed with SHA-1, sign_type=RSA' }
  }
  if (options.kind === 'wrong-charset') {
    const other = charset === 'utf-8' ? 'gbk' : 'utf-8'
    const carried = new Map([...params].map(([name, value]) => [name, carriedBy(other, value)]))
    return { body: signed(carried, other), fault: `wrong-charset: ${other} instead of ${charset}` }
  }
  const names = [...params.keys()].filter((name) => !name.startsWith('sign')).sort()
  const name = options.field ?? names[Math.floor(random('field') * names.length)] ?? 'total_fee'
  const before = params.get(name) ?? ''
  const after = options.value ?? another(before)
  params.set(carriedBy(charset, name), carriedBy(charset, after))
  return { body: encoded(params, charset), fault: `tamper: ${name} ${before} → ${after}` }
}

async function read({ tradeId, partner, body }: Delivery) {
  const trade = await db().trade.findUniqueOrThrow({ where: { id: tradeId } })
  const charset = charsetOf(trade)
  const parsed = parseForm(body)
  const text = parsed.ok ? toText(parsed.params, charset) : undefined
  if (!text) throw new Error('one of our own notifications cannot be read')
  return { trade, charset, params: new Map(text), key: (await findMerchant(partner))?.key ?? '' }
}

const encoded = (params: Map<string, string>, charset: Charset) =>
  new TextEncoder().encode(formEncode(params, charset))

/** Characters that a charset lacks become `?`, as they do with encoders that report no error. */
const carriedBy = (charset: Charset, text: string) =>
  Array.from(text, (character) => (firstUnencodable(character, charset) ? '?' : character)).join('')

/** A value that differs in its last digit, or is one letter longer. */
const another = (value: string) =>
  /\d$/.test(value) ? value.slice(0, -1) + ((Number(value.slice(-1)) + 1) % 10) : `${value}x`
