import { isAPIError } from 'better-auth/api'
import { forgetAttempts, mayTry } from './attempts'
import { auth } from './auth'

/** `cookies` are the Set-Cookie values of the new session. */
export interface SignedIn {
  kind: 'in'
  userId: string
  cookies: string[]
}
export type SignIn = SignedIn | { kind: 'wrong' } | { kind: 'too_many' }

/**
 * Checks an e-mail address and a password. An address without an account is as wrong, and takes as long, as a wrong
 * password. The caller has refused foreign origins.
 */
export async function signIn(email: string, password: string, userAgent: string): Promise<SignIn> {
  if (!mayTry('sign-in', email)) return { kind: 'too_many' }
  const { api } = await auth()
  try {
    const { response, headers } = await api.signInEmail({
      body: { email, password },
      headers: browserHeaders(userAgent),
      returnHeaders: true,
    })
    forgetAttempts(email)
    return { kind: 'in', userId: response.user.id, cookies: headers.getSetCookie() }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { kind: 'wrong' }
    throw error
  }
}

/** All that a session keeps of a browser, for the list of sessions. */
export const browserHeaders = (userAgent: string) => new Headers({ 'user-agent': userAgent.slice(0, 300) })
