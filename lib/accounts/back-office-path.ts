import { sameSitePath } from './redirect-path'

const ROOT = '/merchant'
/** Where nobody comes back to: signing in leads away from there, signing out answers a form only. */
const DOORS = /^\/merchant\/sign-(in|out)/

/**
 * A page of the back office as a path, from whatever an address or a form holds: /merchant for anything else, such as
 * `//evil.example`, `javascript:` or the sign-in page itself (docs/threats.md 64).
 */
export function backOfficePath(wanted: unknown): string {
  const { pathname, path } = sameSitePath(wanted) ?? { pathname: ROOT, path: ROOT }
  return `${pathname}/`.startsWith(`${ROOT}/`) && !DOORS.test(pathname) ? path : ROOT
}
