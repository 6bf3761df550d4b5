import type { Notification } from '@/generated/shop/client'
import type { Account } from '../alipay/partner/request'
import { db } from '../db'
import { isUuid } from '../uuid'
import { receiveMessage } from './receive-message'

/**
 * Processes a logged message again from its bytes, with the present settings, as a new log entry. Idempotent. Returns
 * undefined where there is no such entry or not all of its bytes are kept.
 */
export async function recheck(id: string, account: Account): Promise<Notification | undefined> {
  if (!isUuid(id)) return undefined
  const row = await findOriginal(id)
  if (!row || row.trimmedFrom !== null) return undefined
  const { channel, rawBytes: bytes, remoteAddress } = row
  return receiveMessage(
    { channel: 'recheck', original: { id: row.id, channel }, bytes, remoteAddress },
    account,
  )
}

/** A recheck of a recheck is one of the original message. */
async function findOriginal(id: string) {
  const row = await db().notification.findUnique({ where: { id } })
  return row?.recheckOf ? db().notification.findUnique({ where: { id: row.recheckOf } }) : row
}
