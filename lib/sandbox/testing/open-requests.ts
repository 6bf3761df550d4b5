import { randomInt } from 'node:crypto'
import type { Merchant } from '@/generated/sandbox/client'
import { formatBeijingTime } from '../../alipay/beijing-time'
import type { Charset } from '../../alipay/charset'
import { readPrivateKey, readPublicKey } from '../../alipay/open/keys'
import { requestToSign, rsa2Sign, rsa2Verify } from '../../alipay/open/sign'
import { formEncode, toRaw } from '../../alipay/params'
import { acceptRequest } from '../requests/accept-request'
import { sandboxState } from '../state'
import { APP_KEYS, GATEWAY_KEYS } from './open-keys'
import { aMerchant, type Fields } from './requests'

const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('')

export const privateKey = (base64: string) => {
  const read = readPrivateKey(base64)
  if (!read.ok) throw new Error(read.problem)
  return read.key
}
export const publicKey = (base64: string) => {
  const read = readPublicKey(base64)
  if (!read.ok) throw new Error(read.problem)
  return read.key
}

/** A merchant with an application of its own, at a gateway that has a key. */
export async function anApp(changes: Partial<Merchant> = {}): Promise<Merchant> {
  sandboxState().gatewayKey = privateKey(GATEWAY_KEYS.privateKey)
  const app = { appId: `9021${digits(12)}`, appPublicKey: APP_KEYS.publicKey, services: [], key: '' }
  return aMerchant({ ...app, ...changes })
}

type Biz = Record<string, unknown>

/** The members of an order that page.pay takes; `undefined` leaves one out. */
export const orderOf = (changes: Biz = {}): Biz => ({
  out_trade_no: `T${digits(16)}`,
  total_amount: '88.00',
  subject: '绿茶 "50%" / 一斤',
  product_code: 'FAST_INSTANT_TRADE_PAY',
  ...changes,
})

/** The public parameters and biz_content of a request, unsigned. */
export function callFields(merchant: Merchant, method: string, biz: Biz | string, changes: Fields = {}) {
  const fields: Fields = {
    app_id: merchant.appId ?? '',
    method,
    format: 'JSON',
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: formatBeijingTime(new Date()),
    version: '1.0',
    biz_content: typeof biz === 'string' ? biz : JSON.stringify(biz),
    ...changes,
  }
  return new Map(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** What a merchant's program may do wrong: the text that it signs, and what it changes afterwards. */
export interface Slips {
  toSign?: (fields: Map<string, string>) => string
  sign?: (text: string) => string
  unsigned?: Fields
}

const signed = (text: string) => rsa2Sign(text, privateKey(APP_KEYS.privateKey))

/** Signs a request and sends it as the official SDK does: biz_content in the body, everything else in the address. */
export function send(fields: Map<string, string>, { toSign, sign = signed, unsigned = {} }: Slips = {}) {
  const charset = (fields.get('charset') === 'gbk' ? 'gbk' : 'utf-8') satisfies Charset
  const text = toSign?.(fields) ?? requestToSign(toRaw(fields, charset))
  const all = new Map([...fields, ['sign', sign(text)]])
  for (const [name, value] of Object.entries(unsigned)) {
    if (value === undefined) all.delete(name)
    else all.set(name, value)
  }
  const isBody = ([name]: readonly [string, string]) => name === 'biz_content'
  const query = formEncode(
    [...all].filter((pair) => !isBody(pair)),
    charset,
  )
  const body = formEncode([...all].filter(isBody), charset)
  return acceptRequest(Buffer.from(query), body ? Buffer.from(body) : undefined)
}

/** Calls a method and reads its answer, whose sign must be right, as a merchant's program does. */
export async function call(
  merchant: Merchant,
  method: string,
  biz: Biz | string,
  changes: Fields = {},
  slips: Slips = {},
): Promise<Record<string, unknown>> {
  const acceptance = await send(callFields(merchant, method, biz, changes), slips)
  if (acceptance.kind !== 'json') throw new Error(`no JSON but ${JSON.stringify(acceptance)}`)
  return readSigned(acceptance.json, `${method.replaceAll('.', '_')}_response`)
}

/** The content of a signed answer. Throws where it is not signed by the gateway over its bytes as they stand. */
export function readSigned(json: Buffer, name: string): Record<string, unknown> {
  const text = json.toString('latin1')
  const begin = `{"${name}":`
  const end = text.lastIndexOf(',"sign":"')
  const sign = text.slice(end + ',"sign":"'.length, -'"}'.length)
  const content = text.slice(begin.length, end)
  if (!text.startsWith(begin) || !rsa2Verify(content, sign, publicKey(GATEWAY_KEYS.publicKey)))
    throw new Error(`not signed: ${json}`)
  return JSON.parse(Buffer.from(content, 'latin1').toString()) as Record<string, unknown>
}

/** Begins an order by page.pay or wap.pay; its trade's id. Throws where it is refused. */
export async function placed(merchant: Merchant, biz: Biz, changes: Fields = {}): Promise<string> {
  const isWap = biz.product_code === 'QUICK_WAP_WAY'
  const acceptance = await send(
    callFields(merchant, `alipay.trade.${isWap ? 'wap' : 'page'}.pay`, biz, changes),
  )
  if (acceptance.kind === 'accepted') return acceptance.tradeId
  throw new Error(
    acceptance.kind === 'refused' ? `${acceptance.code}: ${acceptance.reason.en}` : acceptance.kind,
  )
}

/** The text that signs parameters as they stand, for slips. */
export const requestText = (fields: Map<string, string>) => requestToSign(toRaw(fields, 'utf-8'))
