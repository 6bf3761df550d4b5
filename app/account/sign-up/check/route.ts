import { seeOther } from '@/app/see-other'
import { afterSignInPath } from '@/lib/accounts/after-sign-in-path'
import { signUp } from '@/lib/accounts/sign-up'
import { log } from '@/lib/log'
import { isForeign, refuseForeign } from '@/lib/same-origin'
import { letIn } from '../../let-in'
import { keptEmail, readForm } from '../../read-form'

/** The sign-up page's form: 303 to the page that was wanted, signed in, or back to the form, which says why not. */
export async function POST(request: Request) {
  if (isForeign(request)) return refuseForeign()
  const field = await readForm(request)
  const [next, email] = [afterSignInPath(field('next')), field('email').trim()]
  const result = await signUp(email, field('password'), request.headers)
  if (result.kind === 'in') return letIn(result, next)
  log().warn({ result: result.kind }, 'sign-up refused')
  return seeOther(
    `/account/sign-up?${new URLSearchParams({ next, failed: result.kind, email: keptEmail(email) })}`,
  )
}
