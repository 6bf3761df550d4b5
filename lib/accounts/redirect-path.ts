const BASE = 'http://shop.invalid'

const ACCOUNT = '/account'
/** Not pages to return to: addresses that redirect at once, and those that only take forms. */
const NO_PAGES = /^\/(account\/(sign-|.*\/)|api\/|merchant\/sign-)/

/** The page that a buyer is redirected to after signing in: the wanted one of this site, or else the account. */
export function afterSignInPath(wanted: unknown): string {
  const found = sameSitePath(wanted)
  return found && !NO_PAGES.test(found.pathname) ? found.path : ACCOUNT
}

const MERCHANT = '/merchant'
const SIGN_IN_OR_OUT = /^\/merchant\/sign-(in|out)/

/** The page that the merchant is redirected to after signing in: the wanted one of the back office, or else its first. */
export function backOfficePath(wanted: unknown): string {
  const { pathname, path } = sameSitePath(wanted) ?? { pathname: MERCHANT, path: MERCHANT }
  return `${pathname}/`.startsWith(`${MERCHANT}/`) && !SIGN_IN_OR_OUT.test(pathname) ? path : MERCHANT
}

/**
 * A path of this site from an untrusted value; undefined for anything else, such as `//evil.example` or `javascript:`.
 * Without this check the sign-in would be an open redirect (docs/threats.md 64).
 */
function sameSitePath(wanted: unknown): { pathname: string; path: string } | undefined {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, BASE)) return undefined
  const { origin, pathname, search, searchParams } = new URL(wanted, BASE)
  if (origin !== BASE || pathname.startsWith('//')) return undefined
  if (!searchParams.has('_rsc')) return { pathname, path: pathname + search }
  searchParams.delete('_rsc') // how Next asks for the same page from a script
  return { pathname, path: pathname + (searchParams.size > 0 ? `?${searchParams}` : '') }
}
