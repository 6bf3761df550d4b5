import { build } from '../scripts/build.js'
import { generate } from '../scripts/install.js'
import { makeFirstDatabase } from './first-database'

/** Builds once before all servers: two that start at the same time would both build. */
export default async function globalSetup() {
  generate()
  build()
  await makeFirstDatabase()
}
