import { remember } from '../remember'
import { startClockwork } from './clockwork'
import { db } from './db'
import { saveMerchant } from './merchants'
import { PAYMENT_SERVICES } from './services'

/** The merchant that the sandbox knows from the start. `allowedHosts` as in merchants.ts. */
export interface HomeMerchant {
  partner: string
  key: string
  sellerEmail: string
  charset: string
  allowedHosts: string[]
}

const state = () => remember('sandbox state', () => ({ open: false }))

/** Opens the gateway: until then every address of it answers 404. Once per process, at its start. */
export async function openSandbox(merchant: HomeMerchant): Promise<void> {
  // The shop may have changed its partner and kept its seller_email; the account it had before gives way.
  const { partner, sellerEmail } = merchant
  await db().merchant.deleteMany({ where: { sellerEmail, partner: { not: partner } } })
  await saveMerchant({ ...merchant, services: [...PAYMENT_SERVICES], stages: [], ownTimeouts: false })
  startClockwork()
  state().open = true
}

export const isSandboxOpen = () => state().open
