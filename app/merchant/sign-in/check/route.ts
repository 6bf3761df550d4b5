import { merchantFrameWords } from '@/app/merchant/merchant-frame-words'
import { seeOther } from '@/app/see-other'
import { backOfficePath } from '@/lib/accounts/back-office-path'
import { signIn } from '@/lib/accounts/sign-in'
import { log } from '@/lib/log'
import { language } from '@/lib/language'
import { isForeign } from '@/lib/same-origin'

/** The sign-in page's form: 303 to the page that was wanted, with a session, or back to the form, which says why not. */
export async function POST(request: Request) {
  if (isForeign(request)) return new Response(merchantFrameWords[await language()].foreign, { status: 403 })
  const form = await request.formData().catch(() => new FormData())
  const field = (name: string) => String(form.get(name) ?? '')
  const next = backOfficePath(field('next'))
  const result = await signIn(field('email').trim(), field('password'), request.headers)
  if (result.kind !== 'in') {
    log().warn({ result: result.kind }, 'sign-in refused')
    return seeOther(`/merchant/sign-in?${new URLSearchParams({ next, failed: result.kind })}`)
  }
  const response = seeOther(next)
  for (const cookie of result.cookies) response.headers.append('set-cookie', cookie)
  return response
}
