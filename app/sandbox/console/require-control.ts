import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { accessOf, TOKEN_PAGE } from '@/lib/sandbox/control-access'

/** Each page of the console calls it first: who may not see the sandbox is led to the page that says why. */
export async function requireControl(): Promise<void> {
  if (accessOf(await headers()) !== 'granted') redirect(TOKEN_PAGE)
}
