import { postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/app/forms/see-other'
import { visitorOf } from '@/lib/accounts/session'
import { endSessions } from '@/lib/accounts/sessions'
import { letOut } from '../../end-session'
import { signInPath } from '../../require-account'

/** Signs the account out in all browsers, this one too. */
export const POST = postRoute(async ({ request }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account'))
  await endSessions(visitor.id)
  return letOut(request, '/account/sign-in')
})
