const BASE = 'http://shop.invalid'

/**
 * A page of this site as a URL of no particular origin, from whatever an address or a form holds; undefined for anything
 * else, such as `//evil.example` or `javascript:` (docs/threats.md 64).
 */
export function sameSitePath(wanted: unknown): { pathname: string; path: string } | undefined {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, BASE)) return undefined
  const { origin, pathname, search, searchParams } = new URL(wanted, BASE)
  if (origin !== BASE || pathname.startsWith('//')) return undefined
  if (!searchParams.has('_rsc')) return { pathname, path: pathname + search }
  searchParams.delete('_rsc') // how Next asks for the same page from a script
  return { pathname, path: pathname + (searchParams.size > 0 ? `?${searchParams}` : '') }
}
