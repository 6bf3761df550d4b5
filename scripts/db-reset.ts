// npm run db:reset -- --yes: empties the shop and the sandbox, and fills the shelf as at the first start.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { parseEnv } from '../lib/env'
import { migrate } from './migrate.js'
import { openDatabase } from './open-database'
import { seed } from './seed.js'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (existsSync('.env')) process.loadEnvFile('.env')

try {
  const { yes } = parseArgs({ options: { yes: { type: 'boolean' } } }).values
  const settings = parseEnv(process.env)
  const database = await openDatabase(settings)
  try {
    if (!settings.databaseUrl && !database.isOurs)
      throw new Error('The shop is running on this database. Stop it first, then run this again.')
    const place = settings.databaseUrl ? 'the database of DATABASE_URL' : `data/${settings.databasePort}`
    if (!yes)
      throw new Error(
        `This deletes every order, message, account and product in ${place}. To do so: npm run db:reset -- --yes`,
      )
    await empty(database.url)
    await migrate(database.url)
    await seed(database.url)
    console.log(`${place} is as at the first start; npm start prints a new password for the back office.`)
  } finally {
    await database.stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** Takes away the two schemas of this project, and nothing else that may live in the database. */
async function empty(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('DROP SCHEMA IF EXISTS "shop" CASCADE; DROP SCHEMA IF EXISTS "sandbox" CASCADE')
  } finally {
    await client.end()
  }
}
