import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { requestReset } from '@/lib/accounts/reset-password'
import { language } from '@/lib/language'
import { seeOther } from '@/lib/see-other'

/** Posts a link for a new password: 303 back to the page, with the same answer whether or not there is an account. */
export const POST = postRoute(async ({ request, field }) => {
  const email = field('email').trim()
  const { kind } = await requestReset(email, request.headers, await language())
  if (kind === 'asked') return seeOther('/account/forgot?done=asked')
  return again(`/account/forgot?failed=${kind}`, { email: kept(email) })
})
