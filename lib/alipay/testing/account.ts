import type { Charset } from '../charset'
import { formEncode, rawParams } from '../params'
import type { Account } from '../partner/request'
import { md5Sign, signParams } from '../partner/sign'
import { stringToSign } from '../partner/string-to-sign'

export const KEY = '0123456789abcdef0123456789abcdef'

export const accountIn = (charset: Charset): Account => ({
  gatewayUrl: 'https://gateway.example/gateway.do',
  partner: '2088000000000001',
  key: KEY,
  sellerEmail: 'seller@example.com',
  charset,
  signType: 'MD5',
})

/** A message as the gateway sends it: signed, form-encoded, as bytes. */
export function signedMessage(
  params: Iterable<readonly [string, string]>,
  charset: Charset,
  key = KEY,
): Buffer {
  const list = [...params]
  const signed = [...list, ['sign', signParams(list, key, charset)], ['sign_type', 'MD5']] as const
  return Buffer.from(formEncode(signed as readonly (readonly [string, string])[], charset), 'latin1')
}

/** A signed message whose values are bytes (binary strings, as in RawParams) that need not be text. */
export function signedBinary(params: Iterable<readonly [string, string]>, key = KEY): Buffer {
  const raw = rawParams(new Map(params))
  const signed = [...raw, ['sign', md5Sign(stringToSign(raw), key)], ['sign_type', 'MD5']] as const
  const escaped = (binary: string) =>
    binary.replace(/[^\w\-.*]/g, (byte) => '%' + byte.charCodeAt(0).toString(16).padStart(2, '0'))
  return Buffer.from(
    signed.map(([name, value]) => `${escaped(name ?? '')}=${escaped(value ?? '')}`).join('&'),
  )
}
