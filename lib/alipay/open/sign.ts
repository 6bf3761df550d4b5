import { type KeyObject, sign, verify } from 'node:crypto'
import { joinSigned, type RawParams } from '../params'

/** The string that a request signs: all parameters but `sign` and empty ones; sign_type is signed here. */
export const requestToSign = (params: RawParams) => joinSigned(params, (name) => name === 'sign')

/**
 * The string that a notification or a return signs: sign_type and the number of a certificate are not signed here. No source
 * tells whether an empty value would be signed (`withEmpty`); the official SDK signs it.
 */
export const messageToSign = (params: RawParams, withEmpty = false) =>
  joinSigned(
    params,
    (name) => name === 'sign' || name === 'sign_type' || name === 'alipay_cert_sn',
    withEmpty,
  )

/** RSA2: RSASSA-PKCS1-v1_5 with SHA-256 over the bytes of a binary string (RawParams), in base64. */
export const rsa2Sign = (bytesToSign: string, privateKey: KeyObject): string =>
  sign('sha256', Buffer.from(bytesToSign, 'latin1'), privateKey).toString('base64')

/**
 * Whether a base64 signature is right. The algorithm is always RSA2, never the message's choice, and only one spelling of a
 * signature is right: Node's decoder would skip blanks and other characters in it.
 */
export function rsa2Verify(bytesToSign: string, received: string, publicKey: KeyObject): boolean {
  const signature = Buffer.from(received, 'base64')
  if (signature.toString('base64') !== received) return false
  return verify('sha256', Buffer.from(bytesToSign, 'latin1'), publicKey, signature)
}
