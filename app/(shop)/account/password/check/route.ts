import { postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/app/forms/see-other'
import { changePassword } from '@/lib/accounts/password'
import { visitorOf } from '@/lib/accounts/session'
import { withCookies } from '../../start-session'
import { signInPath } from '../../require-account'

/** The form for a new password: 303 to the account with a new session, or back to the form, which says why not. */
export const POST = postRoute(async ({ request, field }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account/password'))
  const result = await changePassword(visitor, request.headers, field('current'), field('new'))
  return result.kind === 'changed'
    ? withCookies(seeOther('/account?done=password'), result.cookies)
    : seeOther(`/account/password?failed=${result.kind}`)
})
