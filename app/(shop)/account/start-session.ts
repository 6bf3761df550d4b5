import { keepGuestsOrders } from '@/lib/accounts/keep-guests-orders'
import type { SignedIn } from '@/lib/accounts/sign-in'
import { seeOther } from '@/lib/see-other'
import { currentGuest, forgetGuest } from './current-buyer'

/** 303 to a page, signed in. The orders and the cart of this browser's guest belong to the account from now on. */
export async function startSession({ userId, cookies }: SignedIn, path: string): Promise<Response> {
  const guest = await currentGuest()
  if (guest && (await keepGuestsOrders(guest, userId))) await forgetGuest()
  return seeOther(path, cookies)
}
