import { again, kept } from '@/app/flash'
import { postRoute } from '@/app/post-route'
import { afterSignInPath } from '@/lib/accounts/redirect-path'
import { signIn } from '@/lib/accounts/sign-in'
import { log } from '@/lib/log'
import { letIn } from '../../let-in'

/** The sign-in page's form: 303 to the page that was wanted, or back to the form, which says why not. */
export const POST = postRoute(async ({ request, field }) => {
  const [next, email] = [afterSignInPath(field('next')), field('email').trim()]
  const result = await signIn(email, field('password'), request.headers)
  if (result.kind === 'in') return letIn(result, next)
  log().warn({ result: result.kind }, 'sign-in refused')
  const query = new URLSearchParams({ next, failed: result.kind })
  return again(`/account/sign-in?${query}`, { email: kept(email) })
})
