import { env } from '../env'
import { auth } from './auth'

export type SignIn = { kind: 'in'; cookies: string[] } | { kind: 'wrong' } | { kind: 'too_many' }

/**
 * Checks an e-mail address and a password; `cookies` are Set-Cookie values of the new session. Goes through
 * better-auth's front door, which counts the attempts. The caller has refused foreign origins.
 */
export async function signIn(email: string, password: string, userAgent: string): Promise<SignIn> {
  const request = new Request(`${env().shopUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify({ email, password }),
  })
  const response = await (await auth()).handler(request)
  if (response.ok) return { kind: 'in', cookies: response.headers.getSetCookie() }
  if (response.status === 429) return { kind: 'too_many' }
  if (response.status < 500) return { kind: 'wrong' }
  throw new Error(`sign-in answered ${response.status}`)
}
