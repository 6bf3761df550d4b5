import { randomInt, randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { db, transaction } from '../db'
import { env, SettingError } from '../env'
import { forgetResetLinks } from './forget-reset-links'

/**
 * Creates the merchant's account where there is none, or changes its address to MERCHANT_EMAIL. Returns the password of a
 * new account, which is shown once and stored only as a hash. Throws a SettingError where a buyer has that address.
 */
export async function seedMerchant(email = env().merchantEmail): Promise<string | undefined> {
  if (await findMerchant(email)) return
  const password = newPassword()
  return (await createMerchant(email, password)) ? password : undefined
}

/** Sets and returns a new password for the merchant, and ends all sessions of the account. */
export async function renewMerchantPassword(email = env().merchantEmail): Promise<string> {
  const password = newPassword()
  const merchant = await findMerchant(email)
  if (!merchant && (await createMerchant(email, password))) return password
  const hash = await hashPassword(password)
  const { id } = await db().user.update({
    where: { email },
    data: {
      accounts: { updateMany: { where: { providerId: 'credential' }, data: { password: hash } } },
      sessions: { deleteMany: {} },
    },
  })
  await forgetResetLinks(id)
  return password
}

/** Whether the merchant's account exists; its address is `email` afterwards. */
async function findMerchant(email: string): Promise<boolean> {
  const merchants = await db().user.findMany({ where: { role: 'merchant' }, orderBy: { createdAt: 'asc' } })
  if (merchants.some((merchant) => merchant.email === email)) return true
  if ((await db().user.count({ where: { email } })) > 0)
    throw new SettingError('MERCHANT_EMAIL', {
      zh: `是 ${email}，这个邮箱已经有买家账户：请换一个邮箱，或者先注销那个账户`,
      en: `is ${email}, the address of a buyer's account: choose another one, or delete that account first`,
    })
  const [merchant] = merchants
  if (!merchant) return false
  await db().user.update({ where: { id: merchant.id }, data: { email } })
  return true
}

/** Returns true in one of several processes that start at once. */
async function createMerchant(email: string, password: string): Promise<boolean> {
  const id = randomUUID()
  const hash = await hashPassword(password)
  return transaction(async (tx) => {
    const user = { id, name: '店主', email, emailVerified: true, role: 'merchant' }
    const { count } = await tx.user.createMany({ data: user, skipDuplicates: true })
    if (count === 0) return false
    const account = { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash }
    await tx.account.create({ data: account })
    return true
  })
}

// without letters that look alike: the password is typed from a screen
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 20 letters and digits: 100 bits. */
const newPassword = () => Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
