import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { db } from '../db'
import { env } from '../env'
import { remember } from '../remember'
import { sessionSecret } from './secret'

/** Accounts and sessions. Made at first use: the secret comes out of the database, which a build does not have. */
export async function auth() {
  const secret = await sessionSecret()
  return remember('auth', () => make(secret))
}

// Its own addresses (/api/auth/...) are not served: whoever wants in comes through lib/accounts/sign-in.ts.
const make = (secret: string) =>
  betterAuth({
    baseURL: env().shopUrl, // https makes the cookies secure; they are httpOnly and lax anyway
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: prismaAdapter(db(), { provider: 'postgresql', transaction: true }),
    // Opened to buyers by taking disableSignUp away: a new account has no role.
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: { additionalFields: { role: { type: 'string', required: false, input: false } } },
    advanced: { cookiePrefix: 'danbao' },
    // One count for all callers, because the address in X-Forwarded-For is whatever the guesser wrote there.
    rateLimit: { enabled: true, customRules: { '/sign-in/email': { window: 10, max: 5 } } },
  })
