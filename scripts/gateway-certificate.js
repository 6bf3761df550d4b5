// The certificate of `npm run sandbox:https`, and the authority (CA) that other programs have to trust.
import { createPrivateKey, X509Certificate as Certificate } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import 'reflect-metadata' // which x509 needs
import * as x509 from '@peculiar/x509'

const FOLDER = 'data/sandbox-https'
/** The certificate of the authority, which other programs have to trust. */
export const CA_FILE = `${FOLDER}/ca.pem`
const CERTIFICATE_FILE = `${FOLDER}/gateway.pem`
const KEY_FILE = `${FOLDER}/gateway.key`

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}
const DAY_MS = 86_400_000
const VALID_DAYS = 800 // some systems trust no certificate of more than 825 days

/**
 * Certificate chain and key for these host names: the stored ones while they are valid, else new ones.
 * @param {string[]} hosts
 */
export async function gatewayCertificate(hosts) {
  const made = isGood(hosts) ? false : await make(hosts).then(() => true)
  return { cert: readFileSync(CERTIFICATE_FILE), key: readFileSync(KEY_FILE), made }
}

/** @param {string[]} hosts */
function isGood(hosts) {
  if (![CA_FILE, CERTIFICATE_FILE, KEY_FILE].every((file) => existsSync(file))) return false
  try {
    const certificate = new Certificate(readFileSync(CERTIFICATE_FILE))
    return (
      Date.parse(certificate.validTo) > Date.now() + DAY_MS &&
      hosts.every((host) => certificate.checkHost(host)) &&
      certificate.checkPrivateKey(createPrivateKey(readFileSync(KEY_FILE))) &&
      certificate.verify(new Certificate(readFileSync(CA_FILE)).publicKey)
    )
  } catch {
    return false // cut short, or of something else
  }
}

/**
 * The authority signs this one certificate and its key is not kept: to trust it is to trust these host names only.
 * Both carry the key identifiers that strict verifiers (Python 3.13) ask for.
 * @param {string[]} hosts
 */
async function make(hosts) {
  const authorityKeys = await crypto.subtle.generateKey(RSA, false, ['sign', 'verify'])
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify'])
  const notBefore = new Date(Date.now() - DAY_MS) // another machine's clock may be behind
  const notAfter = new Date(notBefore.getTime() + VALID_DAYS * DAY_MS)
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Danbao sandbox gateway CA',
    keys: authorityKeys,
    signingAlgorithm: RSA,
    notBefore,
    notAfter,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  })
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${hosts[0]}`,
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: RSA,
    notBefore,
    notAfter,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(hosts.map((host) => new x509.GeneralName('dns', host))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  })
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(KEY_FILE, `${key}\n`, { mode: 0o600 })
  chmodSync(KEY_FILE, 0o600) // an older file keeps its rights when it is overwritten
  writeFileSync(CA_FILE, `${authority.toString('pem')}\n`)
  writeFileSync(CERTIFICATE_FILE, `${certificate.toString('pem')}\n`)
}
