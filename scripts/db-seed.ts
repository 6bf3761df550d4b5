// prisma db seed: fills the shelf of a shop that never had one. Safe to run again; npm start does it by itself.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseEnv } from '../lib/env'
import { openDatabase } from './open-database'
import { seed } from './seed.js'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (existsSync('.env')) process.loadEnvFile('.env')

try {
  const database = await openDatabase(parseEnv(process.env))
  await seed(database.url)
  await database.stop()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
