import { forgottenFlash } from '@/app/forms/flash'
import { signOut } from '@/lib/accounts/session'
import { seeOther } from '@/lib/see-other'

/**
 * 303 to a page, signed out here and on the server. What was typed into forms is forgotten too, so that the next person at
 * this browser cannot find it by its history.
 */
export async function endSession({ headers }: Request, path: string): Promise<Response> {
  return seeOther(path, [...(await signOut(headers)), forgottenFlash()])
}
