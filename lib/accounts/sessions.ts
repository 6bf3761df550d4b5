import { db } from '../db'

/** Where an account is signed in, the latest first. */
export function listSessions(userId: string) {
  return db().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, userAgent: true, createdAt: true },
  })
}

/** Signs an account out everywhere, here too. */
export async function endSessions(userId: string) {
  await db().session.deleteMany({ where: { userId } })
}
