import { MerchantFields } from '@/lib/sandbox/merchants/merchant-fields'
import { describeMerchant, listMerchants, registerMerchant } from '@/lib/sandbox/merchants/merchants'
import { answer, controlRoute, readFields } from '../../sandbox-route'

/** All merchants with all their settings, including defaults, without their keys. */
export const GET = controlRoute(async () => Response.json((await listMerchants()).map(describeMerchant)))

/** Adds a merchant, or replaces the one with this partner; returns its settings. */
export const POST = controlRoute(async (request) => {
  const merchant = MerchantFields.parse(await readFields(request))
  return answer(request, describeMerchant(await registerMerchant(merchant)))
})
