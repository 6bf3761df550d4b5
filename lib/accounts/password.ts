import { isAPIError } from 'better-auth/api'
import { forgetAttempts, mayTry } from './attempts'
import { auth, wrongLength } from './auth'
import { forgetResetLinks } from './forget-reset-links'
import { knownBrowserCookie } from './known-browser'
import type { Visitor } from './session'
import { browserHeaders } from './sign-in'
import { takeTurns } from './take-turns'

type PasswordChange =
  { kind: 'changed'; cookies: string[] } | { kind: 'wrong' | 'short' | 'long' | 'too_many' }

/**
 * Changes the password of the signed-in account and ends all its sessions; `cookies` are the Set-Cookie values of a new
 * one. `headers` are those of the request. Guesses of the old password count as attempts to sign in.
 */
export async function changePassword(
  visitor: Visitor,
  headers: Headers,
  currentPassword: string,
  newPassword: string,
): Promise<PasswordChange> {
  const wrong = wrongLength(newPassword)
  if (wrong) return { kind: wrong }
  const body = { currentPassword, newPassword, revokeOtherSessions: true }
  const answer = await withPassword(visitor, headers, (api, ownHeaders) =>
    api.changePassword({ body, headers: ownHeaders, returnHeaders: true }),
  )
  if (answer.kind !== 'right') return answer
  await forgetResetLinks(visitor.id)
  const cookies = [...answer.answer.headers.getSetCookie(), await knownBrowserCookie(visitor.email, headers)]
  return { kind: 'changed', cookies }
}

/** Whether a password is that of the signed-in account. */
export const checkPassword = (visitor: Visitor, headers: Headers, password: string) =>
  withPassword(visitor, headers, (api, ownHeaders) =>
    api.verifyPassword({ body: { password }, headers: ownHeaders }),
  )

type Api = Awaited<ReturnType<typeof auth>>['api']

async function withPassword<T>(
  { email }: Visitor,
  headers: Headers,
  ask: (api: Api, headers: Headers) => Promise<T>,
): Promise<{ kind: 'right'; answer: T } | { kind: 'wrong' | 'too_many' }> {
  if (!(await mayTry('sign-in', email, headers))) return { kind: 'too_many' }
  const ownHeaders = browserHeaders(headers)
  ownHeaders.set('cookie', headers.get('cookie') ?? '')
  try {
    const { api } = await auth()
    const answer = await takeTurns(() => ask(api, ownHeaders))
    await forgetAttempts(email, headers)
    return { kind: 'right', answer }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { kind: 'wrong' }
    throw error
  }
}
