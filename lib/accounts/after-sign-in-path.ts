import { sameSitePath } from './redirect-path'

const ACCOUNT = '/account'
/** Where nobody comes back to: pages that lead away at once, and addresses that answer forms only. */
const NO_PAGES = /^\/(account\/(sign-|.*\/)|api\/|merchant\/sign-)/

/** Where a buyer goes after signing in: a page of this site that he wanted, or his account (docs/threats.md 64). */
export function afterSignInPath(wanted: unknown): string {
  const found = sameSitePath(wanted)
  return found && !NO_PAGES.test(found.pathname) ? found.path : ACCOUNT
}
