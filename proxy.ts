import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './lib/content-security-policy'
import { env } from './lib/env'
import { isOutdated, refuseOutdated } from './lib/outdated'
import { isForeign, refuseForeign } from './lib/same-origin'

/**
 * Gives every page its content security policy. Next finds the nonce in the request's header and puts it on its own
 * scripts. Who may see a page is decided by the page; a form is judged by its handler (app/forms/post-route.ts), and here only
 * one that a page of an older build sends to a page.
 */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  if (isOutdated(request.method, pathname, request.headers))
    return isForeign(request) ? refuseForeign() : refuseOutdated(pathname)
  const policy = contentSecurityPolicy(crypto.randomUUID(), process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (env().shopUrl.startsWith('https:'))
    response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

// Not for pictures, the cashier, nor what gateway and browser exchange: those have a policy of their own or are no pages.
// Nor for the upload of a picture, longer than what Next keeps of a body here (next.config.ts).
export const config = {
  matcher:
    '/((?!_next/|pictures/|api/alipay/(?:alipayto|notify|return)$|sandbox/gateway\\.do$|sandbox/(?:trade|cashier)/|merchant/products/[^/]+/picture$).*)',
}
