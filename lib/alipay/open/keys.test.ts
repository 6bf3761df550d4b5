import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type KeyProblem, readPrivateKey, readPublicKey } from './keys'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const oneLine = (der: Buffer) => der.toString('base64')
const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' })
const pkcs1 = pair.privateKey.export({ format: 'der', type: 'pkcs1' })
const spki = pair.publicKey.export({ format: 'der', type: 'spki' })
const pem = (type: 'pkcs8' | 'pkcs1') => String(pair.privateKey.export({ format: 'pem', type }))
const inLines = (text: string) => text.replace(/.{64}/g, '$&\n')

describe('A private key is read', () => {
  it.each([
    ['as PKCS#8 in one line', oneLine(pkcs8)],
    ['as PKCS#1 in one line', oneLine(pkcs1)],
    ['as PKCS#8 in PEM', pem('pkcs8')],
    ['as PKCS#1 in PEM', pem('pkcs1')],
    ['in PEM whose line breaks are written \\n', pem('pkcs8').trim().replaceAll('\n', '\\n')],
    ['in PEM with the line breaks of Windows', pem('pkcs8').replaceAll('\n', '\r\n')],
    ['in lines of 64 without the lines of PEM', inLines(oneLine(pkcs8))],
  ])('%s', (_how, text) => {
    const read = readPrivateKey(text)
    expect(read.ok && read.key.equals(pair.privateKey)).toBe(true)
  })
})

it.each([
  ['SPKI in one line', oneLine(spki)],
  ['SPKI in PEM', String(pair.publicKey.export({ format: 'pem', type: 'spki' }))],
  ['PKCS#1', oneLine(pair.publicKey.export({ format: 'der', type: 'pkcs1' }))],
])('A public key is read as %s', (_how, text) => {
  const read = readPublicKey(text)
  expect(read.ok && read.key.equals(pair.publicKey)).toBe(true)
})

const encrypted = pair.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }) // prettier-ignore
/** How a .p12 file begins: version 3, and the object identifier of its data. */
const P12 = Buffer.from(
  '308209a1020103308209670609' + '2a864886f70d010701' + 'a0820958'.padEnd(200, '0'),
  'hex',
)

it.each<[what: string, text: string, asPrivate: KeyProblem, asPublic: KeyProblem]>([
  ['a certificate', `-----BEGIN CERTIFICATE-----\n${oneLine(spki)}\n-----END CERTIFICATE-----`, 'is_certificate', 'is_certificate'],
  ['a key with a passphrase', String(encrypted), 'encrypted', 'encrypted'],
  ['a .p12 file', P12.toString('base64'), 'pkcs12', 'pkcs12'],
  ['blanks inside', oneLine(pkcs8).replace(/.{64}/, '$& '), 'has_spaces', 'has_spaces'],
  ['other characters', `${oneLine(pkcs8).slice(0, -4)}-_!=`, 'not_base64', 'not_base64'],
  ['the last line missing', oneLine(pkcs8).slice(0, 1000), 'cut_off', 'cut_off'],
  ['the last line of PEM missing', pem('pkcs8').split('\n').slice(0, -3).join('\n'), 'cut_off', 'cut_off'],
])('Of %s it is said which mistake it is', (_what, text, asPrivate, asPublic) => {
  expect(readPrivateKey(text)).toEqual({ ok: false, problem: asPrivate })
  expect(readPublicKey(text)).toEqual({ ok: false, problem: asPublic })
}) // prettier-ignore

it('A public key in the place of a private one is told from a private one in the place of a public', () => {
  expect(readPrivateKey(oneLine(spki))).toEqual({ ok: false, problem: 'is_public' })
  expect(readPublicKey(oneLine(pkcs8))).toEqual({ ok: false, problem: 'is_private' })
  expect(readPublicKey(oneLine(pkcs1))).toEqual({ ok: false, problem: 'is_private' })
})

it('A key of another kind or of fewer than 2048 bits is refused', () => {
  const der = (key: typeof pair.privateKey) => oneLine(key.export({ format: 'der', type: 'pkcs8' }))
  expect(readPrivateKey(der(curve.privateKey))).toEqual({ ok: false, problem: 'not_rsa' })
  expect(readPrivateKey(der(short.privateKey))).toEqual({ ok: false, problem: 'too_short' })
})
