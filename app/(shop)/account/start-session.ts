import { currentGuest, forgetGuest } from '@/app/(shop)/account/current-buyer'
import { seeOther } from '@/app/forms/see-other'
import { keepGuestsOrders } from '@/lib/accounts/keep-guests-orders'
import type { SignedIn } from '@/lib/accounts/sign-in'

/** 303 to a page, with the new session. What this browser's guest has ordered belongs to the account from now on. */
export async function letIn({ userId, cookies }: SignedIn, path: string) {
  const guest = await currentGuest()
  if (guest && (await keepGuestsOrders(guest, userId))) await forgetGuest()
  return withCookies(seeOther(path), cookies)
}

/** The response with these Set-Cookie values. */
export function withCookies(response: Response, cookies: string[]) {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
