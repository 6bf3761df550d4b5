// npm run merchant:password: a new password for the back office, beside the running shop or without it.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseEnv } from '../lib/env'
import { openDatabase } from './open-database'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (existsSync('.env')) process.loadEnvFile('.env')

try {
  const settings = parseEnv(process.env)
  const database = await openDatabase(settings)
  process.env.DATABASE_URL = database.url
  // reads DATABASE_URL
  const { renewMerchantPassword } = await import('../lib/accounts/merchant-account')
  const { db } = await import('../lib/db')
  const password = await renewMerchantPassword()
  console.log(
    `Back office: sign in as ${settings.merchantEmail} with the password ${password} (shown only now)`,
  )
  await db().$disconnect()
  await database.stop()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
