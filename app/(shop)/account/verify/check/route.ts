import { postRoute } from '@/app/forms/post-route'
import { verifyEmail } from '@/lib/accounts/verify-email'
import { seeOther } from '@/lib/see-other'

/** Notes that an address is proved: 303 to the page that says so, whoever is signed in here. */
export const POST = postRoute(async ({ field }) => {
  const { kind } = await verifyEmail(field('token'))
  return seeOther(`/account/verify?${kind === 'verified' ? 'done=verified' : 'failed=invalid'}`)
})
