import { db } from '../db'
import { checkPassword } from './password'
import type { Visitor } from './session'

/**
 * Deletes the signed-in account with its sessions, its cart and its mails. Its orders stay with the shop, which has to ship and to
 * refund; they have no buyer any more, and a later account with the same address does not get them. The merchant's account
 * is not deleted.
 */
export async function deleteAccount(
  visitor: Visitor,
  headers: Headers,
  password: string,
): Promise<{ kind: 'deleted' | 'wrong' | 'too_many' | 'merchant' }> {
  if (visitor.role !== null) return { kind: 'merchant' }
  const checked = await checkPassword(visitor, headers, password)
  if (checked.kind !== 'right') return checked
  await db().$transaction([
    db().cartItem.deleteMany({ where: { buyerId: visitor.buyerId ?? '' } }),
    db().mail.deleteMany({ where: { to: visitor.email } }),
    db().user.deleteMany({ where: { id: visitor.id, role: null } }),
  ])
  return { kind: 'deleted' }
}
