import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './port.js'

const DEBIAN = '/usr/lib/postgresql'

/** The folder of an installed PostgreSQL's server programs; Debian keeps them off the PATH. */
export function serverBinaries() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** A PostgreSQL server with an empty database, for tests; undefined when none is installed. */
export async function throwAwayPostgres() {
  const binaries = serverBinaries()
  if (!binaries) return
  const directory = mkdtempSync(join(tmpdir(), 'danbao-postgres-'))
  const user = serverUser()
  if (user) chownSync(directory, user.uid, user.gid)
  const options = { ...user, cwd: directory }
  const initdb = ['-D', directory, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const { status, stderr } = spawnSync(join(binaries, 'initdb'), initdb, { ...options, encoding: 'utf8' })
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`)

  const port = await freePort()
  // a time zone that is not UTC: no moment may depend on it
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'timezone=Asia/Shanghai',
  ]
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', directory, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  )
  const ended = once(server, 'exit')
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  await Promise.race([
    untilItAnswers(url),
    ended.then(() => Promise.reject(new Error(`The PostgreSQL server of ${binaries} ended at once.`))),
  ])
  return {
    url,
    async stop() {
      server.kill('SIGINT') // its "fast" shutdown
      await ended
      rmSync(directory, { recursive: true })
    },
  }
}

/** PostgreSQL refuses to run as root; its packages bring a user of its own. */
function serverUser() {
  if (process.getuid?.() !== 0) return
  const id = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** @param {string} url */
async function untilItAnswers(url) {
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch {
      await wait(50)
    }
  }
}
