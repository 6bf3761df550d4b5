import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { endSessions, visitorOf } from '@/lib/accounts/session'
import { letOut } from '../../let-out'
import { signInPath } from '../../require-account'

/** Signs the account out in all browsers, this one too. */
export const POST = postRoute(async ({ request }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account'))
  await endSessions(visitor.id)
  return letOut(request, '/account/sign-in')
})
