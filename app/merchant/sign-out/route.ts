import { letOut } from '@/app/(shop)/account/end-session'
import { postRoute } from '@/app/forms/post-route'

/** Ends the session, here and on the server. */
export const POST = postRoute(({ request }) => letOut(request, '/merchant/sign-in'))
