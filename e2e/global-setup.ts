import { build } from '../scripts/build.js'
import { generate } from '../scripts/install.js'
import { makeFirstDatabase } from './first-database'

/** One build before all servers: two that start at once would both make it. */
export default async function globalSetup() {
  generate()
  build()
  await makeFirstDatabase()
}
