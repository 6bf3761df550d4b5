import { postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/lib/see-other'
import { deleteAccount } from '@/lib/accounts/delete-account'
import { visitorOf } from '@/lib/accounts/session'
import { endSession } from '../../end-session'
import { signInPath } from '../../require-account'

/** Deletes the account: 303 to the sign-in page, or back to the form with the reason. */
export const POST = postRoute(async ({ request, field }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account/delete'))
  const { kind } = await deleteAccount(visitor, request.headers, field('password'))
  if (kind !== 'deleted') return seeOther(`/account/delete?failed=${kind}`)
  return endSession(request, '/account/sign-in?done=deleted')
})
