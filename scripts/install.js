// What a fresh clone lacks. Imports no package: there may be none yet.
import { run } from './run.js'
import { isStale } from './stale.js'

/** Throws when this Node is older than "engines" in package.json allows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`This needs Node 20.19 or newer, and this is ${process.version}: see https://nodejs.org`)
}

/** Installs the packages of the lock file, unless they are there. */
export function install() {
  // NODE_ENV=production would leave out what the build needs
  if (isStale('node_modules/.package-lock.json', ['package-lock.json']))
    run('npm ci --include=dev --loglevel=error')
}

/** Makes the database clients from the schemas, unless they are there. */
export function generate() {
  const stale = ['shop', 'sandbox'].some((room) =>
    isStale(`generated/${room}/client.ts`, [`prisma/${room}/schema.prisma`]),
  )
  if (stale) run('npm run --silent generate')
}
