import { db } from '../db'
import { auth } from './auth'

export interface Visitor {
  id: string
  email: string
  emailVerified: boolean
  role: string | null
  /** The owner of the account's orders and cart; null for the merchant, who is a guest in the shop. */
  buyerId: string | null
  sessionId: string
}

/** The signed-in visitor, by the cookies of a request, or undefined. */
export async function visitorOf(headers: Headers): Promise<Visitor | undefined> {
  const found = await (await auth()).api.getSession({ headers })
  if (!found) return undefined
  const { id, email, emailVerified, role, buyerId } = found.user
  return {
    id,
    email,
    emailVerified,
    role: role ?? null,
    buyerId: buyerId ?? null,
    sessionId: found.session.id,
  }
}

/** Ends the session of a request, if there is one. Returns the Set-Cookie values that clear its cookie. */
export async function signOut(headers: Headers): Promise<string[]> {
  const answer = await (await auth()).api.signOut({ headers, returnHeaders: true })
  return answer.headers.getSetCookie()
}

/** The valid sessions of an account, the latest first. */
export function listSessions(userId: string) {
  return db().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, userAgent: true, createdAt: true },
  })
}

/** Signs an account out of all browsers, including the current one. */
export async function endSessions(userId: string) {
  await db().session.deleteMany({ where: { userId } })
}
