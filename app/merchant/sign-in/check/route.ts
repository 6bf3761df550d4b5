import { withCookies } from '@/app/account/let-in'
import { again, kept } from '@/app/flash'
import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { backOfficePath } from '@/lib/accounts/redirect-path'
import { signIn } from '@/lib/accounts/sign-in'
import { log } from '@/lib/log'

/** The sign-in page's form: 303 to the page that was wanted, with a session, or back to the form, which says why not. */
export const POST = postRoute(async ({ request, field }) => {
  const [next, email] = [backOfficePath(field('next')), field('email').trim()]
  const result = await signIn(email, field('password'), request.headers)
  if (result.kind === 'in') return withCookies(seeOther(next), result.cookies)
  log().warn({ result: result.kind }, 'sign-in refused')
  const query = new URLSearchParams({ next, failed: result.kind })
  return again(`/merchant/sign-in?${query}`, { email: kept(email) })
})
