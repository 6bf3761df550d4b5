// A PostgreSQL server for tests, in a directory of its own, until the parent process goes. Started by postgres.js.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './port.js'

const [, , binaries = '', fsync] = process.argv
const directory = mkdtempSync(join(tmpdir(), 'danbao-postgres-'))
process.on('exit', () => rmSync(directory, { recursive: true, force: true }))

// Ctrl-C reaches the whole group, but the server must outlive the tests that still run
process.on('SIGINT', () => {}).on('SIGTERM', () => {})
const parentGone = once(process, 'disconnect')

const options = { ...serverUser(), cwd: directory }
if (options.uid) chownSync(directory, options.uid, options.gid)
const initdb = ['-D', directory, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
const { status, stderr } = spawnSync(join(binaries, 'initdb'), initdb, { ...options, encoding: 'utf8' })
if (status !== 0) throw new Error(`initdb failed: ${stderr}`)

const port = await freePort()
// a time zone that is not UTC: no moment may depend on it
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  `fsync=${fsync}`,
  'timezone=Asia/Shanghai',
]
const server = spawn(
  join(binaries, 'postgres'),
  ['-D', directory, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
  { ...options, stdio: 'ignore', detached: true },
)
const ended = once(server, 'exit')
const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
await Promise.race([untilItAnswers(url), ended, parentGone])
if (server.exitCode !== null) throw new Error(`The server ended at once, with code ${server.exitCode}.`)
process.send?.({ url })
await parentGone
server.kill('SIGINT') // its "fast" shutdown
await ended
process.exit()

/** PostgreSQL refuses to run as root; its packages make a user for it. */
function serverUser() {
  if (process.getuid?.() !== 0) return {}
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
