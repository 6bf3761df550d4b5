import { db } from '../db'
import { checkPassword } from './password'
import type { Visitor } from './session'

/**
 * Deletes the account of who is signed in, with its sessions and its cart. Its orders stay with the shop, which has to
 * ship and to refund; nobody is their buyer any more, not even a later account with the same address. The merchant's
 * account stays.
 */
export async function deleteAccount(
  visitor: Visitor,
  headers: Headers,
  password: string,
): Promise<'deleted' | 'wrong' | 'too_many' | 'merchant'> {
  if (visitor.role !== null) return 'merchant'
  const checked = await checkPassword(visitor, headers, password)
  if (checked !== 'right') return checked
  await db().$transaction([
    db().cartItem.deleteMany({ where: { buyerId: visitor.buyerId ?? '' } }),
    db().user.deleteMany({ where: { id: visitor.id, role: null } }),
  ])
  return 'deleted'
}
