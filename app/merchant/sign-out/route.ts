import { letOut } from '@/app/account/let-out'
import { postRoute } from '@/app/post-route'

/** Ends the session, here and on the server. */
export const POST = postRoute(({ request }) => letOut(request, '/merchant/sign-in'))
