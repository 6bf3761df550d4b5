import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './lib/content-security-policy'
import { env } from './lib/env'
import { isOutdated, refuseOutdated } from './lib/outdated'
import { setPagePath } from './lib/page-path'
import { isForeign, refuseForeign } from './lib/same-origin'

/**
 * Sets the content security policy of every page; Next takes the nonce for its own scripts from the request's header.
 * Access is checked by each page and handler (app/forms/post-route.ts), not here. The only form that is answered here is
 * one of an older build.
 */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  if (isOutdated(request.method, pathname, request.headers))
    return isForeign(request) ? refuseForeign() : refuseOutdated(pathname)
  const policy = contentSecurityPolicy(crypto.randomUUID(), process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  setPagePath(headers, request.nextUrl)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (env().shopUrl.startsWith('https:'))
    response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

// Left out: pictures, the cashier and the gateway's messages, which have a policy of their own or are no pages, and the
// upload of a picture, which is longer than what Next buffers for a proxy (next.config.ts).
export const config = {
  matcher:
    '/((?!_next/|pictures/|api/alipay/(?:alipayto|notify|return)$|sandbox/gateway\\.do$|sandbox/(?:trade|cashier)/|merchant/products/[^/]+/picture$).*)',
}
