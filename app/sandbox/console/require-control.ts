import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { accessOf, TOKEN_PAGE } from '@/lib/sandbox/control-access'

/** Called first by each page of the console: redirects a visitor without access to the page that asks for the token. */
export async function requireControl(): Promise<void> {
  if (accessOf(await headers()) !== 'granted') redirect(TOKEN_PAGE)
}
