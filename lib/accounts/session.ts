import { auth } from './auth'

export interface Visitor {
  id: string
  email: string
  role: string | null
  /** Whose orders and cart are the account's; the merchant's account has none: in the shop he is a guest. */
  buyerId: string | null
  sessionId: string
}

/** Who is signed in, by the cookies of a request, or undefined. */
export async function visitorOf(headers: Headers): Promise<Visitor | undefined> {
  const found = await (await auth()).api.getSession({ headers })
  if (!found) return undefined
  const { id, email, role, buyerId } = found.user
  return { id, email, role: role ?? null, buyerId: buyerId ?? null, sessionId: found.session.id }
}

/** Ends the session of a request, if there is one. Answers the Set-Cookie values that take its cookie away. */
export async function signOut(headers: Headers): Promise<string[]> {
  const answer = await (await auth()).api.signOut({ headers, returnHeaders: true })
  return answer.headers.getSetCookie()
}
