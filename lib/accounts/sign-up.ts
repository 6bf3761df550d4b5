import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { db } from '../db'
import { mayTry } from './attempts'
import { auth } from './auth'
import { wrongLength } from './password-length'
import { browserHeaders, type SignedIn } from './sign-in'

export type SignUp = SignedIn | { kind: 'email' | 'short' | 'long' | 'taken' | 'too_many' }

const Email = z.email().max(254)

/**
 * Makes an account of a buyer and signs in. Says `taken` of an address that has an account: without sending e-mail there
 * is no other way. An address proves nothing, so no order is ever found by it. The caller has refused foreign origins.
 */
export async function signUp(email: string, password: string, userAgent: string): Promise<SignUp> {
  if (!Email.safeParse(email).success) return { kind: 'email' }
  const wrong = wrongLength(password)
  if (wrong) return { kind: wrong }
  if (!mayTry('sign-up', email)) return { kind: 'too_many' }
  const { api } = await auth()
  try {
    const { response, headers } = await api.signUpEmail({
      body: { name: '', email, password },
      headers: browserHeaders(userAgent),
      returnHeaders: true,
    })
    return { kind: 'in', userId: response.user.id, cookies: headers.getSetCookie() }
  } catch (error) {
    if (isAPIError(error) && (await hasAccount(email))) return { kind: 'taken' }
    throw error
  }
}

const hasAccount = async (email: string) =>
  (await db().user.count({ where: { email: email.toLowerCase() } })) > 0
