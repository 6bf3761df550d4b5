import { setTimeout as wait } from 'node:timers/promises'
import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { db } from '../db'
import type { Language } from '../dictionary'
import { canMail } from '../mail/can-mail'
import { mayTry } from './attempts'
import { auth, wrongLength } from './auth'
import { mailingIn } from './mail-account'
import { takeTurns } from './take-turns'

/** Longer than the work takes, so that the time of the answer does not tell whether an address has an account. */
const ANSWER_MS = 400

const Email = z.email().max(254)

/**
 * Posts a link for a new password to an address. `asked` whether or not it has an account. `headers` are those of the request.
 * The caller has refused foreign origins (CSRF).
 */
export async function requestReset(
  email: string,
  headers: Headers,
  language: Language,
): Promise<{ kind: 'asked' | 'email' | 'too_many' | 'no_mail' }> {
  if (!canMail()) return { kind: 'no_mail' }
  if (!Email.safeParse(email).success) return { kind: 'email' }
  if (!(await mayTry('reset', email, headers))) return { kind: 'too_many' }
  const { api } = await auth()
  await Promise.all([
    mailingIn(language, () => api.requestPasswordReset({ body: { email } })),
    wait(ANSWER_MS),
  ])
  return { kind: 'asked' }
}

/** 24 letters and digits; anything else was mangled on its way. */
const TOKEN = /^[0-9a-zA-Z]{24}$/

/** The address of the account that a link is for; undefined where the link was used, is too old or never was one. */
export async function accountOfLink(token: string): Promise<string | undefined> {
  if (!TOKEN.test(token)) return undefined
  const { internalAdapter } = await (await auth()).$context
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  if (!found || found.expiresAt <= new Date()) return undefined
  return (await db().user.findUnique({ where: { id: found.value } }))?.email
}

/**
 * Sets the password of the account that a link is for and ends all its sessions. The link works once; other links of the
 * account end with it. It starts no session, so that a planted link signs no browser in (session fixation).
 */
export async function resetPassword(
  token: string,
  newPassword: string,
): Promise<{ kind: 'reset' | 'invalid' | 'short' | 'long' }> {
  if (!TOKEN.test(token)) return { kind: 'invalid' }
  const wrong = wrongLength(newPassword)
  if (wrong) return { kind: wrong }
  const { api } = await auth()
  try {
    await takeTurns(() => api.resetPassword({ body: { token, newPassword } }))
    return { kind: 'reset' }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { kind: 'invalid' }
    throw error
  }
}
