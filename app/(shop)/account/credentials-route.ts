import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { keepGuestsOrders } from '@/lib/accounts/keep-guests-orders'
import { afterSignInPath } from '@/lib/accounts/redirect-path'
import type { signIn } from '@/lib/accounts/sign-in'
import type { signUp } from '@/lib/accounts/sign-up'
import { language } from '@/lib/language'
import { log } from '@/lib/log'
import { seeOther } from '@/lib/see-other'
import { currentGuest, forgetGuest } from './current-buyer'

/**
 * Signs in or up: 303 to the page that was asked for, signed in, or back to the form with the reason. The orders and the cart
 * of this browser's guest belong to the account from then on.
 */
export const credentialsRoute = (way: 'sign-in' | 'sign-up', check: typeof signUp | typeof signIn) =>
  postRoute(async ({ request, field }) => {
    const [next, email] = [afterSignInPath(field('next')), field('email').trim()]
    const result = await check(email, field('password'), request.headers, await language())
    if (result.kind !== 'in') {
      log().warn({ result: result.kind }, `${way} refused`)
      const query = new URLSearchParams({ next, failed: result.kind })
      return again(`/account/${way}?${query}`, { email: kept(email) })
    }
    const guest = await currentGuest()
    if (guest && (await keepGuestsOrders(guest, result.userId))) await forgetGuest()
    return seeOther(next, result.cookies)
  })
