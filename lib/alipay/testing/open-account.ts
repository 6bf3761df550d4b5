import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { OpenApp } from '../open/methods'
import { messageToSign, rsa2Sign } from '../open/sign'
import { formEncode, toRaw } from '../params'

const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const alipays = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** Alipay's own key, which only a test and the sandbox have. */
export const ALIPAY_KEY: KeyObject = alipays.privateKey

export const openApp: OpenApp = {
  gatewayUrl: 'https://gateway.example/gateway.do',
  appId: '9021000000000001',
  privateKey: own.privateKey,
  alipayPublicKey: alipays.publicKey,
}

/** Its two keys as settings have them: base64 of PKCS#8 and SPKI. */
export const OPEN_KEYS = {
  privateKey: own.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  alipayPublicKey: alipays.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
}

/** A message of the open platform as Alipay sends it: signed by RSA2, form-encoded, as bytes. */
export function openSignedBytes(
  params: Iterable<readonly [string, string]>,
  changed: { withEmpty?: boolean; sign?: string; sign_type?: string } = {},
): Uint8Array<ArrayBuffer> {
  const list = [...params]
  const { withEmpty, ...rest } = changed
  const all = {
    sign: rsa2Sign(messageToSign(toRaw(list, 'utf-8'), withEmpty), ALIPAY_KEY),
    sign_type: 'RSA2',
    ...rest,
  }
  return new Uint8Array(Buffer.from(formEncode([...list, ...Object.entries(all)], 'utf-8')))
}

/** An answer of the open platform, signed over its bytes; `/` is escaped, as Alipay does. */
export function openAnswer(method: string, members: object, key: KeyObject = ALIPAY_KEY): Buffer {
  const slice = JSON.stringify(members).replaceAll('/', '\\/')
  const sign = rsa2Sign(Buffer.from(slice).toString('latin1'), key)
  return Buffer.from(`{"${method.replaceAll('.', '_')}_response":${slice},"sign":"${sign}"}`)
}

/** The gateway's answer that something is done, or, with a `sub_code`, that it is not. */
export const done = (members: object) => ({ code: '10000', msg: 'Success', ...members })
export const failed = (sub_code: string, code = '40004') => ({
  code,
  msg: 'Business Failed',
  sub_code,
  sub_msg: sub_code,
})
