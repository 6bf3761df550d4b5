/**
 * Whether a browser sent this from a page of another site, or hides which (`Origin: null`). Programs send no Origin.
 * Handlers that do something refuse such requests (docs/threats.md 69).
 */
export function isForeign(request: Pick<Request, 'headers'>): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return false
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return !URL.canParse(origin) || new URL(origin).host !== host
}
