import type { Account } from '../alipay/partner/request'
import { db } from '../db'
import { sellerEmailIn } from './message-log'

/** The seller's e-mail in the last message that moved an order, where it is not the one of the settings; else null. */
export async function changedSellerEmail({
  sellerEmail,
}: Pick<Account, 'sellerEmail'>): Promise<string | null> {
  const last = await db().notification.findFirst({
    where: { verdict: 'applied' },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    select: { params: true },
  })
  const told = last && sellerEmailIn(last.params)
  if (told?.includes('\ufffd')) return null // not readable
  return told && told.toLowerCase() !== sellerEmail.toLowerCase() ? told : null
}
