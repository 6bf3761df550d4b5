import { postRoute } from '@/app/forms/post-route'
import { resetPassword } from '@/lib/accounts/reset-password'
import { log } from '@/lib/log'
import { seeOther } from '@/lib/see-other'

/** Sets the new password: 303 to the sign-in page, or back to the page of the link with the reason. */
export const POST = postRoute(async ({ field }) => {
  const token = field('token')
  const { kind } = await resetPassword(token, field('new'))
  if (kind === 'reset') return seeOther('/account/sign-in?done=reset')
  log().warn({ result: kind }, 'new password refused')
  return seeOther(`/account/reset?${new URLSearchParams({ token: token.slice(0, 64), failed: kind })}`)
})
