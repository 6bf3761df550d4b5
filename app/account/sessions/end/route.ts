import { seeOther } from '@/app/see-other'
import { signOut } from '@/lib/accounts/session'
import { endSessions } from '@/lib/accounts/sessions'
import { isForeign, refuseForeign } from '@/lib/same-origin'
import { withCookies } from '../../let-in'
import { requireAccount } from '../../require-account'

/** Signs the account out in all browsers, this one too. */
export async function POST(request: Request) {
  if (isForeign(request)) return refuseForeign()
  await endSessions((await requireAccount('/account')).id)
  return withCookies(seeOther('/account/sign-in'), await signOut(request.headers))
}
