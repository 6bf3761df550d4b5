import { postRoute } from '@/app/forms/post-route'
import { chooseLanguage } from '@/lib/language'

export const POST = postRoute(async ({ request, field }) => chooseLanguage(request, field('to')))
