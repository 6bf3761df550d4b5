import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { db } from '../db'
import type { Language } from '../dictionary'
import { mayTry } from './attempts'
import { auth, wrongLength } from './auth'
import { knownBrowserCookie } from './known-browser'
import { mailingIn } from './mail-account'
import { browserHeaders, type SignedIn } from './sign-in'
import { takeTurns } from './take-turns'

type SignUp = SignedIn | { kind: 'email' | 'short' | 'long' | 'taken' | 'too_many' }

const Email = z.email().max(254)

/**
 * Creates a buyer's account and signs in. `taken` reveals that an address has an account, since signing up does not
 * wait for the address to be verified. An address proves nothing, so no order is ever found by it. `headers` are those of
 * the request, `language` is that of the mail. The caller has refused foreign origins (CSRF).
 */
export async function signUp(
  email: string,
  password: string,
  headers: Headers,
  language: Language = 'zh',
): Promise<SignUp> {
  if (!Email.safeParse(email).success) return { kind: 'email' }
  const wrong = wrongLength(password)
  if (wrong) return { kind: wrong }
  if (!(await mayTry('sign-up', email, headers))) return { kind: 'too_many' }
  const { api } = await auth()
  try {
    const body = { name: '', email, password }
    const request = { body, headers: browserHeaders(headers), returnHeaders: true } as const
    const answer = await takeTurns(() => mailingIn(language, () => api.signUpEmail(request)))
    const cookies = [...answer.headers.getSetCookie(), await knownBrowserCookie(email, headers)]
    return { kind: 'in', userId: answer.response.user.id, cookies }
  } catch (error) {
    if (isAPIError(error) && (await hasAccount(email))) return { kind: 'taken' }
    throw error
  }
}

const hasAccount = async (email: string) =>
  (await db().user.count({ where: { email: email.toLowerCase() } })) > 0
