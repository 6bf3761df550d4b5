import { seeOther } from '@/app/see-other'
import { signOut } from '@/lib/accounts/session'
import { endSessions } from '@/lib/accounts/sessions'
import { isForeign } from '@/lib/same-origin'
import { FOREIGN } from '../../form-words'
import { withCookies } from '../../let-in'
import { requireAccount } from '../../require-account'

/** Signs the account out in all browsers, this one too. */
export async function POST(request: Request) {
  if (isForeign(request)) return new Response(FOREIGN, { status: 403 })
  await endSessions((await requireAccount('/account')).id)
  return withCookies(seeOther('/account/sign-in'), await signOut(request.headers))
}
