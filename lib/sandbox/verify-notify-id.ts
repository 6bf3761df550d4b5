import { now } from './clock'
import { db } from './db'
import { findMerchant } from './merchants'

/** How long the notify_id of a return is good (protocol.md 5.5, spec.md T5.2E). */
const RETURN_VALID_MS = 60_000

/**
 * notify_verify (protocol.md 2.9): `true` for a notification of this partner until it was answered `success`, and for
 * a return in its first minute; `invalid` where a parameter is missing or the partner is nobody.
 */
export async function verifyNotifyId(
  partner: string | null,
  notifyId: string | null,
): Promise<'true' | 'false' | 'invalid'> {
  if (!partner || !notifyId || /\0/.test(partner + notifyId)) return 'invalid'
  if (!(await findMerchant(partner))) return 'invalid'
  const delivery = await db().delivery.findUnique({ where: { notifyId } })
  if (delivery) return delivery.partner === partner && !delivery.acknowledged ? 'true' : 'false'
  // Some encode the already encoded notify_id of a return again, some do not; both are meant (protocol.md 9).
  const found = await db().returnRedirect.findFirst({
    where: { notifyId: { in: [notifyId, encodeURIComponent(notifyId)] } },
  })
  if (!found || found.partner !== partner) return 'false'
  return (await now()).getTime() - found.issuedAt.getTime() <= RETURN_VALID_MS ? 'true' : 'false'
}
