import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { backOfficePath } from '@/lib/accounts/redirect-path'
import { visitorOf } from '@/lib/accounts/session'

/**
 * The merchant who is signed in. Every page of the back office calls it first, and every form of it uses merchantRoute:
 * no middleware checks for them (docs/threats.md 70). A visitor who is not signed in is sent to the sign-in page and from
 * there back to this one; an account without the role gets the page of status 403.
 */
export async function requireMerchant(): Promise<{ id: string; email: string }> {
  const requestHeaders = await headers() // first: it tells Next, while building, that this page waits for a request
  const visitor = await visitorOf(requestHeaders)
  if (!visitor) redirect(signInPath(requestHeaders))
  if (visitor.role !== 'merchant') forbidden()
  return { id: visitor.id, email: visitor.email }
}

/** The sign-in page that leads back to where a request came from. */
export const signInPath = (requestHeaders: Headers) =>
  `/merchant/sign-in?${new URLSearchParams({ next: wantedPage(requestHeaders) })}`

/** The address asked for; where a form was sent, the page that it stands on. */
function wantedPage(requestHeaders: Headers) {
  const referer = requestHeaders.get('referer') ?? ''
  if (!requestHeaders.has('content-type')) return backOfficePath(requestHeaders.get('x-raw-target'))
  return backOfficePath(URL.canParse(referer) ? new URL(referer).pathname : undefined)
}
