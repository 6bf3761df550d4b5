import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type Visitor, visitorOf } from '@/lib/accounts/session'

/** The signed-in account, a buyer's or the merchant's. Redirects to the sign-in page, and from there back to `path`. */
export async function requireAccount(path: string): Promise<Visitor> {
  const visitor = await visitorOf(await headers())
  return visitor ?? redirect(signInPath(path))
}

/** The sign-in page that leads back to `path`. Handlers go there by seeOther: redirect() would send the form along (307). */
export const signInPath = (path: string) => `/account/sign-in?${new URLSearchParams({ next: path })}`
