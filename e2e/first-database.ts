import { cpSync } from 'node:fs'
import { embeddedDatabase } from '../scripts/embedded.js'
import { migrate } from '../scripts/migrate.js'
import { seed } from '../scripts/seed.js'
import { emptyDatabase } from './servers'

const PORT = 15400

/** The database that the chapters' shops begin with, whose goods are their own: a clone may sell others. */
export async function makeFirstDatabase() {
  emptyDatabase(PORT)
  const { url, stop } = await embeddedDatabase(PORT)
  await migrate(url)
  await seed(url, 'e2e/products.json')
  await stop()
}

/** Puts it in the place of another port's: making one takes seconds, copying does not. */
export function copyFirstDatabase(databasePort: number) {
  emptyDatabase(databasePort)
  cpSync(`data/${PORT}`, `data/${databasePort}`, { recursive: true })
}
