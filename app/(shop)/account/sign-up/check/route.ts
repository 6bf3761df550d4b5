import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { afterSignInPath } from '@/lib/accounts/redirect-path'
import { signUp } from '@/lib/accounts/sign-up'
import { log } from '@/lib/log'
import { startSession } from '../../start-session'

/** Signs up: 303 to the page that was asked for, signed in, or back to the form with the reason. */
export const POST = postRoute(async ({ request, field }) => {
  const [next, email] = [afterSignInPath(field('next')), field('email').trim()]
  const result = await signUp(email, field('password'), request.headers)
  if (result.kind === 'in') return startSession(result, next)
  log().warn({ result: result.kind }, 'sign-up refused')
  const query = new URLSearchParams({ next, failed: result.kind })
  return again(`/account/sign-up?${query}`, { email: kept(email) })
})
