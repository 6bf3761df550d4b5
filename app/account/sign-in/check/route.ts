import { seeOther } from '@/app/see-other'
import { afterSignInPath } from '@/lib/accounts/after-sign-in-path'
import { signIn } from '@/lib/accounts/sign-in'
import { log } from '@/lib/log'
import { isForeign, refuseForeign } from '@/lib/same-origin'
import { letIn } from '../../let-in'
import { keptEmail, readForm } from '../../read-form'

/** The sign-in page's form: 303 to the page that was wanted, or back to the form, which says why not. */
export async function POST(request: Request) {
  if (isForeign(request)) return refuseForeign()
  const field = await readForm(request)
  const [next, email] = [afterSignInPath(field('next')), field('email').trim()]
  const result = await signIn(email, field('password'), request.headers)
  if (result.kind === 'in') return letIn(result, next)
  log().warn({ result: result.kind }, 'sign-in refused')
  return seeOther(
    `/account/sign-in?${new URLSearchParams({ next, failed: result.kind, email: keptEmail(email) })}`,
  )
}
