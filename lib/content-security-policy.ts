/**
 * The policy of a page whose scripts carry this nonce: nothing that was smuggled into the page runs, is posted
 * elsewhere, or is framed. Styles may stand in attributes, where they cannot load anything. `development` allows what
 * `next dev` needs: eval for React's stack traces, and the style elements of its overlay.
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
