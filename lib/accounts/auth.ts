import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { db } from '../db'
import { env } from '../env'
import { remember } from '../remember'
import { PASSWORD_LENGTH } from './password-length'
import { sessionSecret } from './secret'

/** Accounts and sessions. Made at first use: the secret comes out of the database, which a build does not have. */
export async function auth() {
  const secret = await sessionSecret()
  return remember('auth', () => make(secret))
}

// Its own addresses (/api/auth/...) are not served: sign-in.ts and sign-up.ts are the only ways in.
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
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, input: false },
        buyerId: { type: 'string', required: false, input: false },
      },
    },
    databaseHooks: {
      user: {
        create: {
          // A new buyer, never the guest's: others may know the guest's cookie, and would see what is ordered later.
          before: async (user) => ({ data: { ...user, role: null, buyerId: randomUUID() } }),
        },
      },
    },
    advanced: { cookiePrefix: 'danbao' },
    rateLimit: { enabled: false }, // attempts.ts counts
  })
