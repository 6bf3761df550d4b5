import { build } from '../scripts/build.js'
import { generate } from '../scripts/install.js'

/** One build before all servers: two that start at once would both make it. */
export default function globalSetup() {
  generate()
  build()
}
