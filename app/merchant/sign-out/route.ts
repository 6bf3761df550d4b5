import { merchantFrameWords } from '@/app/merchant/merchant-frame-words'
import { seeOther } from '@/app/see-other'
import { signOut } from '@/lib/accounts/session'
import { language } from '@/lib/language'
import { isForeign } from '@/lib/same-origin'

/** Ends the session, here and on the server. */
export async function POST(request: Request) {
  if (isForeign(request)) return new Response(merchantFrameWords[await language()].foreign, { status: 403 })
  const response = seeOther('/merchant/sign-in')
  for (const cookie of await signOut(request.headers)) response.headers.append('set-cookie', cookie)
  return response
}
