// npm run merchant:password: a new password for the back office, beside the running shop or without it.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { parseEnv } from '../lib/env'
import { embeddedDatabase } from './embedded.js'
import { migrate } from './migrate.js'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (existsSync('.env')) process.loadEnvFile('.env')

try {
  const settings = parseEnv(process.env)
  const database = settings.databaseUrl ? undefined : await runningOrNew(settings.databasePort)
  process.env.DATABASE_URL ||= database?.url
  await migrate(process.env.DATABASE_URL ?? '')
  // reads DATABASE_URL
  const { MERCHANT_EMAIL, renewMerchantPassword } = await import('../lib/accounts/merchant-account')
  const { db } = await import('../lib/db')
  const password = await renewMerchantPassword()
  console.log(`Back office: sign in as ${MERCHANT_EMAIL} with the password ${password} (shown only now)`)
  await db().$disconnect()
  await database?.stop()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** The embedded database of the running shop, or the same one started for a moment. */
async function runningOrNew(port: number) {
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  const client = new pg.Client({ connectionString: url })
  const isRunning = await client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
  return isRunning ? { url, stop: () => Promise.resolve() } : embeddedDatabase(port)
}
