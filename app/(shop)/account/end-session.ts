import { forgottenFlash } from '@/app/forms/flash'
import { seeOther } from '@/app/forms/see-other'
import { signOut } from '@/lib/accounts/session'
import { withCookies } from './start-session'

/**
 * 303 to a page, with the session ended here and on the server. What was typed into forms is forgotten too: whoever sits
 * down at this browser next finds it by no address in its history.
 */
export async function letOut({ headers }: Request, path: string) {
  return withCookies(seeOther(path), [...(await signOut(headers)), forgottenFlash()])
}
