import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'

/** The folder of an installed PostgreSQL's server programs; undefined when there is none. Debian keeps it off the PATH. */
export function serverBinaries() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ]
  const found = folders.find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
  return found && dirname(realpathSync(join(found, 'initdb'))) // a folder of links may lack pgbench and others
}

/**
 * A PostgreSQL server with an empty database, for tests; undefined when none is installed. It ends with this process, also
 * after kill -9. Without `fsync` it is faster, and a crash of the machine loses its data.
 */
export async function throwAwayPostgres({ fsync = false } = {}) {
  const binaries = serverBinaries()
  if (!binaries) return
  const child = fork(new URL('./postgres-server.js', import.meta.url), [binaries, fsync ? 'on' : 'off'])
  const ended = once(child, 'exit')
  const [{ url }] = await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error(`The PostgreSQL server of ${binaries} did not start.`))),
  ])
  return {
    /** @type {string} */ url,
    async stop() {
      child.disconnect()
      await ended
    },
  }
}
