import { seeOther } from '@/app/see-other'
import { deleteAccount } from '@/lib/accounts/delete-account'
import { signOut } from '@/lib/accounts/session'
import { isForeign, refuseForeign } from '@/lib/same-origin'
import { withCookies } from '../../let-in'
import { readForm } from '../../read-form'
import { requireAccount } from '../../require-account'

/** The form that deletes an account: 303 to a page that says so, or back to the form, which says why not. */
export async function POST(request: Request) {
  if (isForeign(request)) return refuseForeign()
  const visitor = await requireAccount('/account/delete')
  const field = await readForm(request)
  const result = await deleteAccount(visitor, request.headers, field('password'))
  if (result !== 'deleted') return seeOther(`/account/delete?failed=${result}`)
  return withCookies(seeOther('/account/sign-in?done=deleted'), await signOut(request.headers))
}
