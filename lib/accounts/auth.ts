import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { db } from '../db'
import { env } from '../env'
import { remember } from '../remember'
import { forgetResetLinks } from './forget-reset-links'
import { LINK_SECONDS, mailAccount } from './mail-account'
import { sessionSecret } from './secret'

/** Characters of a new password. */
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const

/** What is wrong with the length of a new password, or undefined. */
export function wrongLength(password: string): 'short' | 'long' | undefined {
  if (password.length < PASSWORD_LENGTH.min) return 'short'
  if (password.length > PASSWORD_LENGTH.max) return 'long'
}

/** Accounts and sessions. Made at first use: its secret is in the database, which a build does not have. */
export async function auth() {
  const secret = await sessionSecret()
  return remember('auth', () => make(secret))
}

// Its own addresses (/api/auth/...) are not served: the files beside this one are the only ways in.
const make = (secret: string) =>
  betterAuth({
    baseURL: env().shopUrl, // https makes the cookies secure; they are httpOnly and lax anyway
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: prismaAdapter(db(), { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      sendResetPassword: ({ user, token }) => mailAccount('reset_password', user.email, token),
      resetPasswordTokenExpiresIn: LINK_SECONDS.reset_password,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) => {
        await forgetResetLinks(user.id)
        await db().user.updateMany({ where: { id: user.id }, data: { emailVerified: true } }) // the link proves it
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendVerificationEmail: ({ user, token }) => mailAccount('verify_email', user.email, token),
      expiresIn: LINK_SECONDS.verify_email,
    },
    verification: { storeIdentifier: 'hashed' }, // who reads the database has no links
    user: {
      additionalFields: {
        role: { type: 'string', required: false, input: false },
        buyerId: { type: 'string', required: false, input: false },
      },
    },
    databaseHooks: {
      user: {
        create: {
          // A new buyer id, never the guest's: others may know the guest's cookie and would see later orders.
          before: async (user) => ({ data: { ...user, role: null, buyerId: randomUUID() } }),
        },
      },
    },
    advanced: { cookiePrefix: 'danbao' },
    rateLimit: { enabled: false }, // attempts.ts counts
  })
