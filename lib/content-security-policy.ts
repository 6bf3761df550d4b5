/**
 * The policy of a page whose scripts carry this nonce: injected code does not run, forms go nowhere else, and no site
 * frames the page. Style attributes are allowed, since they load nothing. `development` allows what `next dev` needs: eval
 * for React's stack traces, and the style elements of its overlay.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "style-src-attr 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
