import { cpSync, renameSync, rmSync } from 'node:fs'
import { embeddedDatabase } from '../scripts/embedded.js'
import { migrate } from '../scripts/migrate.js'
import { freePort } from '../scripts/port.js'
import { seed } from '../scripts/seed'
import { emptyDatabase } from './servers'

const FIRST = 'data/first-of-tests'

/** Makes the database that the shops of the chapters begin with. Its goods are those of e2e/products.json: a clone may sell others. */
export async function makeFirstDatabase() {
  const port = await freePort()
  const { url, stop } = await embeddedDatabase(port)
  await migrate(url)
  await seed(url, 'e2e/products.json')
  await stop()
  rmSync(FIRST, { recursive: true, force: true })
  renameSync(`data/${port}`, FIRST)
}

/** Copies it to another port: making a database takes seconds. */
export function copyFirstDatabase(databasePort: number) {
  emptyDatabase(databasePort)
  cpSync(FIRST, `data/${databasePort}`, { recursive: true })
}
