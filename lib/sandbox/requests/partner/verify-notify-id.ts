import { now } from '../../clock'
import { db } from '../../db'
import { releaseHeld, verifyFault } from '../../faults/faults'
import { findMerchant } from '../../merchants/merchants'

/** How long the notify_id of a return is valid (protocol.md 5.5). */
const RETURN_VALID_MS = 60_000

/** A notification held for the check of the return waits this much longer, so that the shop can act on the answer first. */
const HEAD_START_MS = 2_000

export type VerifyAnswer = 'true' | 'false' | 'invalid' | 'down'

/**
 * notify_verify (protocol.md 2.9): `true` for a notification of this partner until it was answered `success`, and for
 * a return in its first minute; `invalid` where a parameter is missing or the partner is unknown; `down` where a fault
 * keeps the gateway from answering.
 */
export async function verifyNotifyId(partner: string | null, notifyId: string | null): Promise<VerifyAnswer> {
  const { answer, subject, isReturn } = await lookUp(partner, notifyId)
  if (isReturn) {
    await releaseHeld('return', subject, new Date((await now()).getTime() + HEAD_START_MS))
  }
  return (await verifyFault(answer, subject)) ?? answer
}

type Found =
  | { answer: 'true' | 'false'; subject: { tradeId: string; deliveryId?: string }; isReturn: boolean }
  | { answer: 'false' | 'invalid'; subject?: undefined; isReturn?: undefined }

async function lookUp(partner: string | null, notifyId: string | null): Promise<Found> {
  if (!partner || !notifyId || /\0/.test(partner + notifyId)) return { answer: 'invalid' }
  if (!(await findMerchant(partner))) return { answer: 'invalid' }
  const delivery = await db().delivery.findUnique({ where: { notifyId } })
  if (delivery) {
    const isGood = delivery.partner === partner && !delivery.acknowledged
    const subject = { tradeId: delivery.tradeId, deliveryId: delivery.id }
    return { answer: isGood ? 'true' : 'false', subject, isReturn: false }
  }
  // Some merchants encode the already encoded notify_id of a return again; both forms are accepted (protocol.md 9).
  const found = await db().returnRedirect.findFirst({
    where: { notifyId: { in: [notifyId, encodeURIComponent(notifyId)] } },
  })
  if (!found || found.partner !== partner) return { answer: 'false' }
  const isGood = (await now()).getTime() - found.issuedAt.getTime() <= RETURN_VALID_MS
  return { answer: isGood ? 'true' : 'false', subject: { tradeId: found.tradeId }, isReturn: true }
}
