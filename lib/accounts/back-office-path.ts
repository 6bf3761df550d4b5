const ROOT = '/merchant'
/** Where nobody comes back to: signing in leads away from there, signing out answers a form only. */
const DOORS = /^\/merchant\/sign-(in|out)/

/**
 * A page of the back office as a path, from whatever an address or a form holds: /merchant for anything else, such as
 * `//evil.example`, `javascript:` or the sign-in page itself (docs/threats.md 64).
 */
export function backOfficePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, BASE)) return ROOT
  const { origin, pathname, search, searchParams } = new URL(wanted, BASE)
  if (origin !== BASE || !`${pathname}/`.startsWith(`${ROOT}/`) || DOORS.test(pathname)) return ROOT
  if (!searchParams.has('_rsc')) return pathname + search
  searchParams.delete('_rsc') // how Next asks for the same page from a script
  return pathname + (searchParams.size > 0 ? `?${searchParams}` : '')
}

const BASE = 'http://shop.invalid'
