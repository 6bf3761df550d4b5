import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { backOfficePath } from '@/lib/accounts/redirect-path'
import { visitorOf } from '@/lib/accounts/session'
import { rawTarget } from '@/lib/raw-target'

/**
 * Lets only the merchant in. Every page of the back office calls it first, and every form uses merchantRoute: no layout
 * checks for them (docs/threats.md 70). Redirects a visitor to the sign-in page, and from there back to this one;
 * an account without the role gets status 403.
 */
export async function requireMerchant(): Promise<void> {
  const requestHeaders = await headers() // first: it makes the page dynamic for Next's build
  const visitor = await visitorOf(requestHeaders)
  if (!visitor) redirect(signInPath(requestHeaders))
  if (visitor.role !== 'merchant') forbidden()
}

/** The sign-in page that leads back to the page of a request. */
export const signInPath = (requestHeaders: Headers) =>
  `/merchant/sign-in?${new URLSearchParams({ next: wantedPage(requestHeaders) })}`

/** The requested address, or for a form the page that holds it. */
function wantedPage(requestHeaders: Headers) {
  const referer = requestHeaders.get('referer') ?? ''
  if (!requestHeaders.has('content-type')) return backOfficePath(rawTarget(requestHeaders))
  return backOfficePath(URL.canParse(referer) ? new URL(referer).pathname : undefined)
}
