import { isAPIError } from 'better-auth/api'
import type { Language } from '../dictionary'
import { mayTry } from './attempts'
import { auth } from './auth'
import { mailingIn } from './mail-account'
import type { Visitor } from './session'

/** Posts a link by which the signed-in account proves its address. `headers` are those of the request. */
export async function requestVerification(
  { email, emailVerified }: Visitor,
  headers: Headers,
  language: Language,
): Promise<{ kind: 'asked' | 'verified' | 'too_many' }> {
  if (emailVerified) return { kind: 'verified' }
  if (!(await mayTry('verify', email, headers))) return { kind: 'too_many' }
  const { api } = await auth()
  const ownHeaders = new Headers({ cookie: headers.get('cookie') ?? '' })
  await mailingIn(language, () => api.sendVerificationEmail({ body: { email }, headers: ownHeaders }))
  return { kind: 'asked' }
}

/** A JSON Web Token; anything else was mangled on its way. */
const TOKEN = /^[\w-]{1,500}(\.[\w-]{1,500}){2}$/

/** Marks the address of the link's account as verified. Idempotent; starts no session. */
export async function verifyEmail(token: string): Promise<{ kind: 'verified' | 'invalid' }> {
  if (!TOKEN.test(token)) return { kind: 'invalid' }
  const { api } = await auth()
  try {
    await api.verifyEmail({ query: { token } })
    return { kind: 'verified' }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { kind: 'invalid' }
    throw error
  }
}
