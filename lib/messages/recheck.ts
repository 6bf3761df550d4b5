import type { Notification } from '@/generated/shop/client'
import type { Account } from '../alipay/partner/request'
import { db } from '../db'
import { isUuid } from '../uuid'
import { receiveMessage } from './receive-message'

/**
 * Looks at a logged message again, from its bytes, with the settings of now: a new row with what it comes to today.
 * What was missed then is made up for; what was done stays done. Undefined where there is no such row, or not
 * all of its bytes are kept.
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

/** A recheck looked at again means the message that it looked at. */
async function findOriginal(id: string) {
  const row = await db().notification.findUnique({ where: { id } })
  return row?.recheckOf ? db().notification.findUnique({ where: { id: row.recheckOf } }) : row
}
