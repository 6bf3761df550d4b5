import { postRoute } from '@/app/forms/post-route'
import { endSession } from '../end-session'

export const POST = postRoute(({ request }) => endSession(request, '/account/sign-in'))
