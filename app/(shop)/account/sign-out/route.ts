import { postRoute } from '@/app/forms/post-route'
import { letOut } from '../end-session'

/** Ends the session, here and on the server. The browser is a guest's again, who has ordered nothing. */
export const POST = postRoute(({ request }) => letOut(request, '/account/sign-in'))
