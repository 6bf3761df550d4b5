import { randomBytes } from 'node:crypto'
import { startClockwork } from './scheduler'
import { db } from './db'
import { saveMerchant } from './merchants/merchants'
import { PAYMENT_SERVICES } from './merchants/services'
import { sandboxState } from './state'

/** The merchant that the sandbox knows from the start. `allowedHosts` as in merchants.ts. */
export interface HomeMerchant {
  partner: string
  key: string
  sellerEmail: string
  charset: string
  allowedHosts: string[]
}

interface Surroundings {
  /** SHOP_URL, at whose host the control API answers, beside the loopback addresses. */
  shopUrl?: string
  /** Whether strangers reach it (ALIPAY_SANDBOX=demo). */
  isPublic?: boolean
}

/**
 * Opens the gateway: until then every address of it answers 404. Once per process, at its start. Answers the token that
 * the control API asks for from now on, undefined where it asks for none.
 */
export async function openSandbox(
  merchant: HomeMerchant,
  { shopUrl, isPublic = false }: Surroundings = {},
): Promise<string | undefined> {
  // The shop may have changed its partner and kept its seller_email; the account it had before gives way.
  const { partner, sellerEmail } = merchant
  await db().merchant.deleteMany({ where: { sellerEmail, partner: { not: partner } } })
  const contract = { services: [...PAYMENT_SERVICES], stages: [], ownTimeouts: false, strictUrls: false, refundable: false } // prettier-ignore
  await saveMerchant({ ...merchant, ...contract })
  startClockwork()
  const state = sandboxState()
  state.homePartner = partner
  state.homeHosts = merchant.allowedHosts
  state.shopUrl = shopUrl
  if (isPublic) state.token ??= randomBytes(20).toString('hex')
  state.isOpen = true
  return state.token
}
