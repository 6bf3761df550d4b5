import { MerchantFields } from '@/lib/sandbox/merchants/merchant-fields'
import {
  alipayPublicKey,
  describeMerchant,
  listMerchants,
  registerMerchant,
} from '@/lib/sandbox/merchants/merchants'
import { answer, controlRoute, readFields } from '../../sandbox-route'

/** All merchants with all their settings, including defaults, without their keys. */
export const GET = controlRoute(async () => Response.json((await listMerchants()).map(describeMerchant)))

/** Adds a merchant, or replaces the one with this partner; returns its settings, and to an application Alipay's public key. */
export const POST = controlRoute(async (request) => {
  const merchant = await registerMerchant(MerchantFields.parse(await readFields(request)))
  const key = merchant.appId !== null && { alipay_public_key: alipayPublicKey() }
  return answer(request, { ...describeMerchant(merchant), ...key })
})
