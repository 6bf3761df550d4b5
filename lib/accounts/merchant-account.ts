import { randomInt, randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { db } from '../db'

/** Who runs the shop. Put your own here before the first start; later, `npm run merchant:password` adds the new one. */
export const MERCHANT_EMAIL = 'merchant@example.com'

/** Makes the merchant's account where there is none yet. Answers its password, which is told once and kept nowhere. */
export async function seedMerchant(): Promise<string | undefined> {
  if ((await db().user.count({ where: { role: 'merchant' } })) > 0) return
  const password = newPassword()
  return (await createMerchant(password)) ? password : undefined
}

/** A new password for the merchant, the old one lost or known to others: all sessions of the account end. */
export async function renewMerchantPassword(): Promise<string> {
  const password = newPassword()
  if (await createMerchant(password)) return password
  const hash = await hashPassword(password)
  await db().user.update({
    where: { email: MERCHANT_EMAIL },
    data: {
      role: 'merchant',
      accounts: { updateMany: { where: { providerId: 'credential' }, data: { password: hash } } },
      sessions: { deleteMany: {} },
    },
  })
  return password
}

/** Of several processes that start at once, one does it. */
async function createMerchant(password: string): Promise<boolean> {
  const id = randomUUID()
  const hash = await hashPassword(password)
  return db().$transaction(async (tx) => {
    const user = { id, name: '店主', email: MERCHANT_EMAIL, emailVerified: true, role: 'merchant' }
    const { count } = await tx.user.createMany({ data: user, skipDuplicates: true })
    if (count === 0) return false
    const account = { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash }
    await tx.account.create({ data: account })
    return true
  })
}

// Without those that look alike, for it is typed from a screen
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 20 letters and digits: 100 bits. */
const newPassword = () => Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
