import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { deleteAccount } from '@/lib/accounts/delete-account'
import { visitorOf } from '@/lib/accounts/session'
import { letOut } from '../../let-out'
import { signInPath } from '../../require-account'

/** The form that deletes an account: 303 to a page that says so, or back to the form, which says why not. */
export const POST = postRoute(async ({ request, field }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account/delete'))
  const { kind } = await deleteAccount(visitor, request.headers, field('password'))
  if (kind !== 'deleted') return seeOther(`/account/delete?failed=${kind}`)
  return letOut(request, '/account/sign-in?done=deleted')
})
