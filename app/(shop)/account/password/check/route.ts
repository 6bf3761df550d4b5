import { postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/lib/see-other'
import { changePassword } from '@/lib/accounts/password'
import { visitorOf } from '@/lib/accounts/session'
import { signInPath } from '../../require-account'

/** Changes the password: 303 to the account with a new session, or back to the form with the reason. */
export const POST = postRoute(async ({ request, field }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account/password'))
  const result = await changePassword(visitor, request.headers, field('current'), field('new'))
  return result.kind === 'changed'
    ? seeOther('/account?done=password', result.cookies)
    : seeOther(`/account/password?failed=${result.kind}`)
})
