import { endSession } from '@/app/(shop)/account/end-session'
import { postRoute } from '@/app/forms/post-route'

export const POST = postRoute(({ request }) => endSession(request, '/merchant/sign-in'))
