/** An address with a signed query behind its own one, which stays as it is and unsigned (protocol.md 5.1). */
export function withQuery(url: string, query: string): string {
  const joint = !url.includes('?') ? '?' : /[?&]$/.test(url) ? '' : '&'
  return url + joint + query
}
