import { seeOther } from '@/app/see-other'
import { signOut } from '@/lib/accounts/session'
import { isForeign, refuseForeign } from '@/lib/same-origin'
import { withCookies } from '../let-in'

/** Ends the session, here and on the server. The browser is a guest's again, who has ordered nothing. */
export async function POST(request: Request) {
  if (isForeign(request)) return refuseForeign()
  return withCookies(seeOther('/account/sign-in'), await signOut(request.headers))
}
