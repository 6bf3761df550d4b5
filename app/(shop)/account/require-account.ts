import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type Visitor, visitorOf } from '@/lib/accounts/session'

/** For pages: who is signed in, the merchant too. Anybody else is sent to the sign-in page, and comes back to `path` from there. */
export async function requireAccount(path: string): Promise<Visitor> {
  const visitor = await visitorOf(await headers())
  return visitor ?? redirect(signInPath(path))
}

/** The sign-in page that leads back to `path`. Handlers go there by 303: a redirect() in one sends the form along (307). */
export const signInPath = (path: string) => `/account/sign-in?${new URLSearchParams({ next: path })}`
