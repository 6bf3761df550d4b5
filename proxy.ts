import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './lib/content-security-policy'
import { env } from './lib/env'
import { isForeign, refuseForeign } from './lib/same-origin'

/**
 * Gives every page its content security policy. Next finds the nonce in the request's header and puts it on its own
 * scripts. Who may see a page is decided by the page; only what another site's page sends is refused here, because Next
 * answers 500 where it is for an action. The handlers refuse it for themselves, too.
 */
export function proxy(request: NextRequest) {
  if (request.method === 'POST' && isForeign(request)) return refuseForeign()
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
