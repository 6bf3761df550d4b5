import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto'

/** What is wrong with a text that should be a key, and usual in it. */
export type KeyProblem =
  | 'is_public' // where a private key belongs
  | 'is_private' // where a public key belongs
  | 'is_certificate'
  | 'encrypted'
  | 'pkcs12'
  | 'not_rsa'
  | 'too_short' // fewer than 2048 bits
  | 'has_spaces'
  | 'not_base64'
  | 'cut_off' // begins like a key, and is none

export type ReadKey = { ok: true; key: KeyObject } | { ok: false; problem: KeyProblem }

/** Bits that Alipay asks for. */
const LEAST_BITS = 2048

/** A private key in PKCS#8 or PKCS#1: PEM, or its base64 in one line, as Alipay's own tool gives it. */
export function readPrivateKey(text: string): ReadKey {
  const read = readDer(text)
  if (!read.ok) return read
  const key = privateOf(read.der)
  if (key) return checked(key)
  return { ok: false, problem: publicOf(read.der) ? 'is_public' : 'cut_off' }
}

/** A public key in SPKI or PKCS#1: PEM, or its base64 in one line. */
export function readPublicKey(text: string): ReadKey {
  const read = readDer(text)
  if (!read.ok) return read
  if (privateOf(read.der)) return { ok: false, problem: 'is_private' } // Node would take the public half of it
  const key = publicOf(read.der)
  return key ? checked(key) : { ok: false, problem: 'cut_off' }
}

/** Whether a public key is the half of a private one: the usual mistake is the application's own where Alipay's belongs. */
export const isPairOf = (publicKey: KeyObject, privateKey: KeyObject) =>
  createPublicKey(privateKey).equals(publicKey)

/** SHA-256 of a public key's DER, in hex: the same at every place where the key is shown. */
export const fingerprintOf = (publicKey: KeyObject) =>
  hash('sha256', publicKey.export({ format: 'der', type: 'spki' }))

function readDer(text: string): { ok: true; der: Buffer } | { ok: false; problem: KeyProblem } {
  const plain = text.trim().replaceAll('\\n', '\n') // as some write a PEM in one line of settings
  const pem = /^-----BEGIN ([A-Z0-9 ]+)-----\s*([\s\S]*?)\s*-----END \1-----$/.exec(plain)
  const [, label = '', inside = plain] = pem ?? []
  if (label === 'CERTIFICATE') return { ok: false, problem: 'is_certificate' }
  if (label.startsWith('ENCRYPTED') || /Proc-Type: 4,ENCRYPTED/.test(inside))
    return { ok: false, problem: 'encrypted' }
  if (!pem && /-----(BEGIN|END)/.test(plain)) return { ok: false, problem: 'cut_off' }
  const base64 = pem ? inside.replace(/\s/g, '') : inside.replace(/[\r\n]/g, '')
  if (/\s/.test(base64)) return { ok: false, problem: 'has_spaces' }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return { ok: false, problem: 'not_base64' }
  const der = Buffer.from(base64, 'base64')
  if (der.subarray(0, 64).includes(PKCS12)) return { ok: false, problem: 'pkcs12' }
  return { ok: true, der }
}

/** The object identifier 1.2.840.113549.1.7.1, with which a .p12 or .pfx file begins. */
const PKCS12 = Buffer.from('06092a864886f70d010701', 'hex')

function privateOf(der: Buffer): KeyObject | undefined {
  return (
    attempt(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })) ??
    attempt(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs1' }))
  )
}

function publicOf(der: Buffer): KeyObject | undefined {
  return (
    attempt(() => createPublicKey({ key: der, format: 'der', type: 'spki' })) ??
    attempt(() => createPublicKey({ key: der, format: 'der', type: 'pkcs1' }))
  )
}

function checked(key: KeyObject): ReadKey {
  if (key.asymmetricKeyType !== 'rsa') return { ok: false, problem: 'not_rsa' }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  return bits < LEAST_BITS ? { ok: false, problem: 'too_short' } : { ok: true, key }
}

function attempt(read: () => KeyObject): KeyObject | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
