import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { afterSignInPath } from '@/lib/accounts/redirect-path'
import { signIn } from '@/lib/accounts/sign-in'
import { log } from '@/lib/log'
import { startSession } from '../../start-session'

/** Signs in: 303 to the page that was asked for, or back to the form with the reason. */
export const POST = postRoute(async ({ request, field }) => {
  const [next, email] = [afterSignInPath(field('next')), field('email').trim()]
  const result = await signIn(email, field('password'), request.headers)
  if (result.kind === 'in') return startSession(result, next)
  log().warn({ result: result.kind }, 'sign-in refused')
  const query = new URLSearchParams({ next, failed: result.kind })
  return again(`/account/sign-in?${query}`, { email: kept(email) })
})
