import { postRoute } from '@/app/post-route'
import { seeOther } from '@/app/see-other'
import { signOut } from '@/lib/accounts/session'
import { withCookies } from '../let-in'

/** Ends the session, here and on the server. The browser is a guest's again, who has ordered nothing. */
export const POST = postRoute(async ({ request }) =>
  withCookies(seeOther('/account/sign-in'), await signOut(request.headers)),
)
