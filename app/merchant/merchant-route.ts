import { forbidden } from 'next/navigation'
import { type Post, type PostOptions, postRoute } from '@/app/forms/post-route'
import { seeOther } from '@/lib/see-other'
import { visitorOf } from '@/lib/accounts/session'
import { signInPath } from './require-merchant'

/**
 * postRoute for the forms of the back office: the session is checked before the form is read (docs/threats.md 70). A
 * visitor who is not signed in is sent to the sign-in page by 303, with which a browser does not send the form again.
 */
export const merchantRoute = <Params>(
  handler: (post: Post<Params>) => Promise<Response>,
  options: Omit<PostOptions<Params>, 'before'> = {},
) => postRoute<Params>(handler, { ...options, before: refuseStranger })

async function refuseStranger({ headers }: Request) {
  const visitor = await visitorOf(headers)
  if (!visitor) return seeOther(signInPath(headers))
  if (visitor.role !== 'merchant') forbidden()
}
