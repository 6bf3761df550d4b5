import { randomBytes } from 'node:crypto'
import type { Merchant } from '@/generated/sandbox/client'
import { readPrivateKey } from '../alipay/open/keys'
import { db } from './db'
import { saveMerchant } from './merchants/merchants'
import { PAYMENT_SERVICES } from './merchants/services'
import { startScheduler } from './scheduler'
import { sandboxState } from './state'

/** The shop's own merchant, without what its contract says. */
type HomeMerchant = Pick<
  Merchant,
  'partner' | 'key' | 'sellerEmail' | 'charset' | 'allowedHosts' | 'appId' | 'appPublicKey'
>

interface Options {
  /** The private key with which it signs as the open platform, base64 of PKCS#8. */
  gatewayKey: string
  /** SHOP_URL, at whose host the control API answers, beside the loopback addresses. */
  shopUrl?: string
  /** Whether the merchant is a shop of this server, and not only an account for other programs. */
  hasShop?: boolean
  /** Whether strangers reach it (ALIPAY_SANDBOX=demo). */
  isPublic?: boolean
  /** The shop's log, for errors of background work. */
  reportError?: (step: string, error: unknown) => void
}

/**
 * Opens the gateway, whose addresses answer 404 before. Called once per process, at its start. Returns the token that the
 * control API asks for from now on, undefined where it asks for none.
 */
export async function openSandbox(
  merchant: HomeMerchant,
  { gatewayKey, shopUrl, hasShop = false, isPublic = false, reportError }: Options,
): Promise<string | undefined> {
  const read = readPrivateKey(gatewayKey)
  if (!read.ok) throw new Error(`the key of the gateway cannot be read: ${read.problem}`)
  // The shop may have changed its partner and kept its seller_email or its app_id: its former account is deleted.
  const { partner, sellerEmail, appId } = merchant
  await db().merchant.deleteMany({
    where: { OR: [{ sellerEmail }, { appId: appId ?? '' }], partner: { not: partner } },
  })
  const contract = { services: [...PAYMENT_SERVICES], stages: [], ownTimeouts: false, strictUrls: false, refundable: false, strictTime: false } // prettier-ignore
  await saveMerchant({ ...merchant, ...contract })
  const state = sandboxState()
  state.gatewayKey = read.key
  state.homePartner = partner
  state.homeHosts = merchant.allowedHosts
  state.shopUrl = shopUrl
  state.hasShop = hasShop
  if (isPublic) state.token ??= randomBytes(20).toString('hex')
  if (reportError) state.reportError = reportError
  state.isOpen = true
  startScheduler()
  return state.token
}
