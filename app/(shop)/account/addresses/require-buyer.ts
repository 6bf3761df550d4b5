import { redirect } from 'next/navigation'
import type { Visitor } from '@/lib/accounts/session'
import { requireAccount } from '../require-account'

/** The signed-in account of a buyer. Others are led to the sign-in page, and the merchant, who has no address book, to the account. */
export async function requireBuyer(path: string): Promise<Visitor> {
  const visitor = await requireAccount(path)
  return visitor.buyerId ? visitor : redirect('/account')
}
