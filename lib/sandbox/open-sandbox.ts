import { randomBytes } from 'node:crypto'
import type { Merchant } from '@/generated/sandbox/client'
import { db } from './db'
import { saveMerchant } from './merchants/merchants'
import { PAYMENT_SERVICES } from './merchants/services'
import { startScheduler } from './scheduler'
import { sandboxState } from './state'

/** The shop's own merchant, without what its contract says. */
type HomeMerchant = Pick<Merchant, 'partner' | 'key' | 'sellerEmail' | 'charset' | 'allowedHosts'>

interface Options {
  /** SHOP_URL, at whose host the control API answers, beside the loopback addresses. */
  shopUrl?: string
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
  { shopUrl, isPublic = false, reportError }: Options = {},
): Promise<string | undefined> {
  // The shop may have changed its partner and kept its seller_email: its former account is deleted.
  const { partner, sellerEmail } = merchant
  await db().merchant.deleteMany({ where: { sellerEmail, partner: { not: partner } } })
  const contract = { services: [...PAYMENT_SERVICES], stages: [], ownTimeouts: false, strictUrls: false, refundable: false } // prettier-ignore
  await saveMerchant({ ...merchant, ...contract })
  const state = sandboxState()
  state.homePartner = partner
  state.homeHosts = merchant.allowedHosts
  state.shopUrl = shopUrl
  if (isPublic) state.token ??= randomBytes(20).toString('hex')
  if (reportError) state.reportError = reportError
  state.isOpen = true
  startScheduler()
  return state.token
}
