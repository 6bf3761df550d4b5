import { seeOther } from '@/app/see-other'
import { changePassword } from '@/lib/accounts/password'
import { isForeign, refuseForeign } from '@/lib/same-origin'
import { withCookies } from '../../let-in'
import { readForm } from '../../read-form'
import { requireAccount } from '../../require-account'

/** The form for a new password: 303 to the account with a new session, or back to the form, which says why not. */
export async function POST(request: Request) {
  if (isForeign(request)) return refuseForeign()
  const visitor = await requireAccount('/account/password')
  const field = await readForm(request)
  const result = await changePassword(visitor, request.headers, field('current'), field('new'))
  return result.kind === 'changed'
    ? withCookies(seeOther('/account?done=password'), result.cookies)
    : seeOther(`/account/password?failed=${result.kind}`)
}
