import { generateKeyPairSync } from 'node:crypto'

/** A key pair in the form that Alipay's own tool gives: base64 of PKCS#8 and SPKI. */
function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}

/** The gateway's pair in tests, and an application's. */
export const GATEWAY_KEYS = keyPair()
export const APP_KEYS = keyPair()
