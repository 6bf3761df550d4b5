import { postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/lib/see-other'
import { endSessions, visitorOf } from '@/lib/accounts/session'
import { endSession } from '../../end-session'
import { signInPath } from '../../require-account'

/** Signs the account out in all browsers, including this one. */
export const POST = postRoute(async ({ request }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account'))
  await endSessions(visitor.id)
  return endSession(request, '/account/sign-in')
})
