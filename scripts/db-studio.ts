// npm run db:studio [-- --port 5556]: the shop's tables in a browser, beside the running shop or without it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseEnv } from '../lib/env'
import { openDatabase } from './open-database'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (existsSync('.env')) process.loadEnvFile('.env')

try {
  const database = await openDatabase(parseEnv(process.env))
  const options = ['studio', '--config', 'prisma/shop.config.ts', ...process.argv.slice(2)]
  const studio = spawn('node', ['node_modules/prisma/build/index.js', ...options], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: 'inherit',
  })
  process.on('exit', () => studio.kill())
  process.on('SIGINT', () => {}) // reaches Studio, too; when that has ended, so has this
  const [code] = await once(studio, 'exit')
  await database.stop()
  process.exitCode = code ?? 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
