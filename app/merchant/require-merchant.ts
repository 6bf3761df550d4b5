import { notFound } from 'next/navigation'

/**
 * The merchant who is signed in; anybody else is sent to the sign-in page. Every page, handler and action of the back
 * office calls it first.
 */
export async function requireMerchant(): Promise<{ id: string; email: string }> {
  notFound() // nobody can sign in yet
}
