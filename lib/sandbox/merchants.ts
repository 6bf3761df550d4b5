import type { Merchant } from '@/generated/sandbox/client'
import { ActionError } from './action-error'
import { db } from './db'

/** Adds a merchant, or replaces the one with this partner id. Throws ActionError where another has its seller_email. */
export async function saveMerchant(merchant: Merchant): Promise<Merchant> {
  const { partner, sellerEmail } = merchant
  const taken = await db().merchant.findFirst({ where: { sellerEmail, partner: { not: partner } } })
  if (taken)
    throw new ActionError(
      'SELLER_EMAIL_TAKEN',
      `seller_email ${sellerEmail} 已经是商户 ${taken.partner} 的`,
      `seller_email ${sellerEmail} belongs to merchant ${taken.partner} already`,
    )
  return db().merchant.upsert({ where: { partner }, create: merchant, update: merchant })
}

export function findMerchant(partner: string) {
  return db().merchant.findUnique({ where: { partner } })
}

/** Whether a URL may be posted to: its host is in the merchant's list, as `host` (any port) or `host:port`. */
export function isAllowedUrl(url: string, { allowedHosts }: Pick<Merchant, 'allowedHosts'>): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, host, port, username, password } = new URL(url)
  if (!['http:', 'https:'].includes(protocol) || username || password) return false
  const withPort = port ? host : `${host}:${protocol === 'https:' ? 443 : 80}`
  return allowedHosts.includes(hostname) || allowedHosts.includes(withPort)
}
