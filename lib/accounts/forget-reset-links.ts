import { db } from '../db'

/** Makes the links that an account has been sent for a new password worthless. */
export async function forgetResetLinks(userId: string): Promise<void> {
  await db().verification.deleteMany({ where: { value: userId } })
}
