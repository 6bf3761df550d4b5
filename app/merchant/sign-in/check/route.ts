import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/lib/see-other'
import { backOfficePath } from '@/lib/accounts/redirect-path'
import { signIn } from '@/lib/accounts/sign-in'
import { log } from '@/lib/log'

/** Signs in: 303 to the page that was asked for, or back to the form with the reason. */
export const POST = postRoute(async ({ request, field }) => {
  const [next, email] = [backOfficePath(field('next')), field('email').trim()]
  const result = await signIn(email, field('password'), request.headers)
  if (result.kind === 'in') return seeOther(next, result.cookies)
  log().warn({ result: result.kind }, 'sign-in refused')
  const query = new URLSearchParams({ next, failed: result.kind })
  return again(`/merchant/sign-in?${query}`, { email: kept(email) })
})
