import { withCookies } from '@/app/account/let-in'
import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { signOut } from '@/lib/accounts/session'

/** Ends the session, here and on the server. */
export const POST = postRoute(async ({ request }) =>
  withCookies(seeOther('/merchant/sign-in'), await signOut(request.headers)),
)
