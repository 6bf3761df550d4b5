import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { accessOf, TOKEN_PAGE } from '@/lib/sandbox/control-access'
import { isSandboxOpen } from '@/lib/sandbox/state'

/**
 * Called first by each page of the console: 404 where the sandbox is closed, because the layout, which says so too, is rendered at
 * the same time; a visitor without access is redirected to the page that asks for the token.
 */
export async function requireControl(): Promise<void> {
  if (!isSandboxOpen()) notFound()
  if (accessOf(await headers()) !== 'granted') redirect(TOKEN_PAGE)
}
