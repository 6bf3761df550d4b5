import { createPublicKey } from 'node:crypto'
import type { Merchant } from '@/generated/sandbox/client'
import { ActionError } from '../action-error'
import { hostAndPort } from '../checked-lookup'
import { db } from '../db'
import { gatewayKey, sandboxState } from '../state'

/** Adds a merchant, or replaces the one with this partner. Throws ActionError where another one has its seller_email or app_id. */
export async function saveMerchant(merchant: Merchant): Promise<Merchant> {
  const { partner, sellerEmail } = merchant
  const taken = await db().merchant.findFirst({ where: { sellerEmail, partner: { not: partner } } })
  if (taken)
    throw new ActionError(
      'SELLER_EMAIL_TAKEN',
      `seller_email ${sellerEmail} 已经是商户 ${taken.partner} 的`,
      `seller_email ${sellerEmail} belongs to merchant ${taken.partner} already`,
    )
  const { appId } = merchant
  const other = appId && (await db().merchant.findFirst({ where: { appId, partner: { not: partner } } }))
  if (other)
    throw new ActionError(
      'APP_ID_TAKEN',
      `app_id ${appId} 已经是商户 ${other.partner} 的`,
      `app_id ${appId} belongs to merchant ${other.partner} already`,
    )
  return db().merchant.upsert({ where: { partner }, create: merchant, update: merchant })
}

/** The same for the control API, which never replaces the shop's own merchant. Throws ActionError. */
export async function registerMerchant(merchant: Merchant): Promise<Merchant> {
  if (merchant.partner === sandboxState().homePartner)
    throw new ActionError(
      'OWN_MERCHANT',
      `${merchant.partner} 是本店自己的商户，由 .env 决定，不能替换：请用另一个 partner`,
      `${merchant.partner} is the shop’s own merchant, which its .env decides on: register another partner`,
    )
  return saveMerchant(merchant)
}

export const findMerchant = (partner: string) => db().merchant.findUnique({ where: { partner } })

/** The merchant of an application of the open platform, or null. */
export const findApp = (appId: string) => db().merchant.findUnique({ where: { appId } })

/** The app_id of the shop's own merchant, or null. */
export async function findHomeApp(): Promise<string | null> {
  const home = await findMerchant(sandboxState().homePartner ?? '')
  return home?.appId ?? null
}

export const listMerchants = () => db().merchant.findMany({ orderBy: { partner: 'asc' } })

/** A merchant as the control API returns it, with every setting but the keys. `own`: the shop's own merchant. */
export const describeMerchant = (merchant: Merchant) => ({
  partner: merchant.partner,
  own: merchant.partner === sandboxState().homePartner,
  seller_email: merchant.sellerEmail,
  services: merchant.services,
  charset: merchant.charset,
  stages: merchant.stages,
  own_timeouts: merchant.ownTimeouts,
  strict_urls: merchant.strictUrls,
  refundable: merchant.refundable,
  allowed_hosts: merchant.allowedHosts,
  ...(merchant.appId !== null && { app_id: merchant.appId, strict_time: merchant.strictTime }),
})

/** What the open platform calls Alipay's public key: base64 of SPKI. The sandbox has one for all applications. */
export const alipayPublicKey = () =>
  createPublicKey(gatewayKey()).export({ type: 'spki', format: 'der' }).toString('base64')

/**
 * Whether a notify_url or return_url is the merchant's own: its host is in the merchant's list, as `host` (any port) or
 * `host:port`.
 */
export function isAllowedUrl(url: string, { allowedHosts }: Pick<Merchant, 'allowedHosts'>): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (!['http:', 'https:'].includes(protocol) || username || password) return false
  return allowedHosts.includes(hostname) || allowedHosts.includes(hostAndPort(url))
}
