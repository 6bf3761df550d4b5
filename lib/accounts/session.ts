import { auth } from './auth'

export interface Visitor {
  id: string
  email: string
  role: string | null
}

/** Who is signed in, by the cookies of a request, or undefined. */
export async function visitorOf(headers: Headers): Promise<Visitor | undefined> {
  const session = await (await auth()).api.getSession({ headers })
  return session
    ? { id: session.user.id, email: session.user.email, role: session.user.role ?? null }
    : undefined
}

/** Ends the session of a request, if there is one. Answers the Set-Cookie values that take its cookie away. */
export async function signOut(headers: Headers): Promise<string[]> {
  const answer = await (await auth()).api.signOut({ headers, returnHeaders: true })
  return answer.headers.getSetCookie()
}
