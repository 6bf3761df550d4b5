import type { Notification } from '@/generated/shop/client'
import { db } from '../db'
import type { Gateway } from '../gateway/gateway'
import { isUuid } from '../uuid'
import { type Arrival, receiveMessage } from './receive-message'

/**
 * Processes a logged message again from its bytes, with the present settings, as a new log entry. Idempotent. Returns
 * undefined where there is no such entry or not all of its bytes are kept.
 */
export async function recheck(id: string, gateway: Gateway): Promise<Notification | undefined> {
  if (!isUuid(id)) return undefined
  const row = await findOriginal(id)
  if (!row || row.trimmedFrom !== null) return undefined
  const { channel, rawBytes: bytes, remoteAddress } = row
  const read = channel === 'query' ? readAnswer(bytes, gateway) : {}
  const original = { id: row.id, channel }
  return receiveMessage({ channel: 'recheck', original, bytes, remoteAddress, ...read }, gateway)
}

function readAnswer(bytes: Uint8Array, gateway: Gateway): Pick<Arrival, 'answer' | 'unreadable'> {
  const answer = gateway.readAnswer(bytes, 'query')
  if (answer.kind !== 'refused' && answer.message) return { answer: answer.message }
  return { unreadable: answer.kind === 'unbelievable' ? answer : { code: 'no_trade' } }
}

/** A recheck of a recheck is one of the original message. */
async function findOriginal(id: string) {
  const row = await db().notification.findUnique({ where: { id } })
  return row?.recheckOf ? db().notification.findUnique({ where: { id: row.recheckOf } }) : row
}
