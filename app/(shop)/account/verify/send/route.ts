import { postRoute } from '@/app/forms/post-route'
import { visitorOf } from '@/lib/accounts/session'
import { requestVerification } from '@/lib/accounts/verify-email'
import { language } from '@/lib/language'
import { seeOther } from '@/lib/see-other'
import { signInPath } from '../../require-account'

/** Posts the link that proves the account's address once more: 303 to the account. */
export const POST = postRoute(async ({ request }) => {
  const visitor = await visitorOf(request.headers)
  if (!visitor) return seeOther(signInPath('/account'))
  const { kind } = await requestVerification(visitor, request.headers, await language())
  return seeOther(
    `/account?${{ asked: 'done=mailed', verified: 'done=verified', too_many: 'failed=too_many' }[kind]}`,
  )
})
