import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type Visitor, visitorOf } from '@/lib/accounts/session'

/** Who is signed in, the merchant too. Anybody else is sent to the sign-in page, and comes back to `path` from there. */
export async function requireAccount(path: string): Promise<Visitor> {
  const visitor = await visitorOf(await headers())
  return visitor ?? redirect(`/account/sign-in?${new URLSearchParams({ next: path })}`)
}
