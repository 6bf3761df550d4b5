import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { signOut, visitorOf } from '@/lib/accounts/session'
import { endSessions } from '@/lib/accounts/sessions'
import { withCookies } from '../../let-in'
import { signInPath } from '../../require-account'

/** Signs the account out in all browsers, this one too. */
export const POST = postRoute(async ({ request }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account'))
  await endSessions(visitor.id)
  return withCookies(seeOther('/account/sign-in'), await signOut(request.headers))
})
