// npm start | npm run dev: from a fresh clone to a shop that answers. What is done already is skipped.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from './build.js'
import { embeddedDatabase } from './embedded.js'
import { generate, install, requireNode } from './install.js'
import { requireFreePort } from './port.js'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const development = process.argv[2] === 'dev'

try {
  requireNode()
  if (existsSync('.env')) process.loadEnvFile('.env')
  install()
  generate()

  // these need the packages just installed
  const { readSettings } = await import('./settings.js')
  const { migrate } = await import('./migrate.js')
  const { seed } = await import('./seed.js')

  const settings = await readSettings()
  await requireFreePort(settings.port, settings.host)
  const databaseUrl = settings.databaseUrl ?? (await startDatabase(settings.databasePort))
  process.env.DATABASE_URL = databaseUrl
  for (const name of await migrate(databaseUrl)) console.log(`migrated ${name}`)
  await seed(databaseUrl)
  if (!development) build()
  await serve(settings)
} catch (error) {
  fail(error)
}

/** @param {number} port */
async function startDatabase(port) {
  const { url, ended } = await embeddedDatabase(port)
  ended.then(([code, signal]) => fail(new Error(`The embedded database ended (${signal ?? code}).`)))
  return url
}

/**
 * Next, in this same process: one process less, and no other to outlive it. That it is ready is told by
 * instrumentation-node.ts. @param {import('../lib/env').Env} settings
 */
async function serve({ host, port }) {
  process.argv = [process.execPath, 'next', development ? 'dev' : 'start', '-H', host, '-p', String(port)]
  await import('next/dist/bin/next')
}

/** @param {unknown} error */
function fail(error) {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined }
  console.error(cause ? `${message}: ${cause}` : message)
  process.exit(1)
}
