import { postRoute } from '@/app/forms/post-route'
import { verifyEmail } from '@/lib/accounts/verify-email'
import { seeOther } from '@/lib/see-other'

/** Marks an address as verified and answers 303 to the page that says so, with or without a session. */
export const POST = postRoute(async ({ field }) => {
  const { kind } = await verifyEmail(field('token'))
  return seeOther(`/account/verify?${kind === 'verified' ? 'done=verified' : 'failed=invalid'}`)
})
