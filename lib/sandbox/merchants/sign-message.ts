import { generateKeyPairSync, sign } from 'node:crypto'
import type { Merchant, Trade } from '@/generated/sandbox/client'
import type { Charset } from '../../alipay/charset'
import { messageToSign, rsa2Sign } from '../../alipay/open/sign'
import { toRaw } from '../../alipay/params'
import { signParams } from '../../alipay/partner/sign'
import { remember } from '../../remember'
import { gatewayKey } from '../state'
import { isOpen } from './methods'

/** How a signature is made wrong on purpose: with another key, or by the platform's old algorithm. */
export type Forgery = 'other-key' | 'sha1'

/**
 * The sign of a notification or a return in the way of the trade's interface: MD5 with the merchant's key, or RSA2 with the
 * gateway's. Throws UnencodableError for what the charset cannot carry.
 */
export function signMessage(
  params: Iterable<readonly [string, string]>,
  { service }: Pick<Trade, 'service'>,
  { key }: Pick<Merchant, 'key'>,
  charset: Charset,
  forgery?: Forgery,
): string {
  if (!isOpen(service)) return signParams(params, forgery === 'other-key' ? `${key}x` : key, charset)
  const bytesToSign = messageToSign(toRaw(params, charset))
  if (forgery === 'sha1')
    return sign('sha1', Buffer.from(bytesToSign, 'latin1'), gatewayKey()).toString('base64')
  return rsa2Sign(bytesToSign, forgery === 'other-key' ? otherKey() : gatewayKey())
}

const otherKey = () =>
  remember('key of a forger', () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
