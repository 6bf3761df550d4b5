import { isAPIError } from 'better-auth/api'
import { forgetAttempts, mayTry } from './attempts'
import { auth } from './auth'
import { knownBrowserCookie } from './known-browser'
import { takeTurns } from './take-turns'

/** `cookies` are the Set-Cookie values of the new session and of the known browser. */
export interface SignedIn {
  kind: 'in'
  userId: string
  cookies: string[]
}
type SignIn = SignedIn | { kind: 'wrong' } | { kind: 'too_many' }

/**
 * Checks an e-mail address and a password. An address without an account gives the same result, in the same time, as a
 * wrong password. `headers` are those of the request. The caller has refused foreign origins (CSRF).
 */
export async function signIn(email: string, password: string, headers: Headers): Promise<SignIn> {
  if (!(await mayTry('sign-in', email, headers))) return { kind: 'too_many' }
  const { api } = await auth()
  try {
    const request = {
      body: { email, password },
      headers: browserHeaders(headers),
      returnHeaders: true,
    } as const
    const answer = await takeTurns(() => api.signInEmail(request))
    await forgetAttempts(email, headers)
    const cookies = [...answer.headers.getSetCookie(), await knownBrowserCookie(email, headers)]
    return { kind: 'in', userId: answer.response.user.id, cookies }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { kind: 'wrong' }
    throw error
  }
}

/** The only header that a session stores, for the list of sessions. */
export const browserHeaders = (headers: Headers) =>
  new Headers({ 'user-agent': headers.get('user-agent')?.slice(0, 300) ?? '' })
