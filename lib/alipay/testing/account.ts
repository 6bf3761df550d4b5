import type { Charset } from '../charset'
import { formEncode } from '../params'
import type { Account } from '../request'
import { signParams } from '../sign'

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
