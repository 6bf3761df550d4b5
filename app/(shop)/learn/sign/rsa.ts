import { joinSigned, type Params, toRaw } from '@/lib/alipay/params'

const RSA2 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** A request signs sign_type; a notification and a return do not (lib/alipay/open/sign.ts). */
export const textOf = (params: Params, kind: 'request' | 'message') =>
  joinSigned(
    toRaw(params, 'utf-8'),
    (name) => name === 'sign' || (kind === 'message' && (name === 'sign_type' || name === 'alipay_cert_sn')),
  )

/** Browsers have it on https and on this machine only. */
export const hasCrypto = () => typeof crypto !== 'undefined' && crypto.subtle !== undefined

/** A pair of keys in base64 of DER: PKCS#8 and SPKI. */
export async function newPair() {
  const pair = await crypto.subtle.generateKey(
    { ...RSA2, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  )
  return {
    privateKey: base64(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
    publicKey: base64(await crypto.subtle.exportKey('spki', pair.publicKey)),
  }
}

/** Of a binary string. undefined where the key cannot be read. */
export async function sign(text: string, privateKey: string): Promise<string | undefined> {
  const key = await readKey('pkcs8', privateKey, 'sign')
  return key && base64(await crypto.subtle.sign(RSA2, key, bytesOf(text)))
}

/** undefined where the key or the signature cannot be read. */
export async function verify(
  text: string,
  signature: string,
  publicKey: string,
): Promise<boolean | undefined> {
  const [key, bytes] = [await readKey('spki', publicKey, 'verify'), fromBase64(signature)]
  return key && bytes && crypto.subtle.verify(RSA2, key, bytes, bytesOf(text))
}

async function readKey(format: 'pkcs8' | 'spki', pasted: string, use: 'sign' | 'verify') {
  const der = fromBase64(pasted.replace(/-----[A-Z ]+-----/g, ''))
  return der && crypto.subtle.importKey(format, der, RSA2, false, [use]).catch(() => undefined)
}

const bytesOf = (binary: string) => Uint8Array.from(binary, (character) => character.charCodeAt(0))
const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)))

function fromBase64(text: string) {
  try {
    return bytesOf(atob(text.replace(/\s+/g, '')))
  } catch {
    return undefined
  }
}
