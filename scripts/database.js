// The embedded database: PGlite behind a PostgreSQL socket, in a process of its own. Started by embedded.js.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { databaseProcessFile } from './embedded.js'

const port = Number(process.argv[2])
const dataDir = `data/${port}` // one directory per port: the process that holds the port holds the directory

const SYNC = new Uint8Array([0x53, 0, 0, 0, 4])
const BEFORE_SYNC = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))

/**
 * What the socket server takes for a PGlite. Two differences:
 * It exists before the database does, so that the port is taken first and the directory is opened after.
 * It stays with one connection from the first message of a query to its Sync (the server asks isInTransaction before it
 * turns to another): PGlite is one session, and a large parameter that arrives in pieces would be bound to the statement
 * that another connection prepared in between (https://github.com/electric-sql/pglite/issues/1046). It can go once
 * https://github.com/electric-sql/pglite/pull/977 or the like is released.
 */
class Session {
  /** @type {PGlite | undefined} */ #database
  #halfway = false
  waitReady = Promise.resolve()
  opened = new Promise((resolve) => (this.resolveOpened = resolve))

  /** @param {string} directory */
  async open(directory) {
    if (!existsSync(directory)) {
      const aside = `${directory}.new` // an interrupted first start leaves nothing half made under the real name
      rmSync(aside, { recursive: true, force: true })
      mkdirSync(aside, { recursive: true })
      await (await PGlite.create({ dataDir: aside })).close()
      renameSync(aside, directory)
    }
    this.#database = await PGlite.create({ dataDir: directory })
    this.resolveOpened?.(undefined)
  }
  get #open() {
    if (!this.#database) throw new Error('not open yet')
    return this.#database
  }
  isInTransaction() {
    return this.#halfway || !!this.#database?.isInTransaction()
  }
  /** @template T @param {() => Promise<T>} work */
  async runExclusive(work) {
    if (!this.#database) await this.opened
    return this.#open.runExclusive(work)
  }
  /** @param {Parameters<PGlite['execProtocolRawStream']>} message */
  execProtocolRawStream(...message) {
    const [type = 0] = message[0]
    this.#halfway = BEFORE_SYNC.has(type)
    return this.#open.execProtocolRawStream(...message).catch(fatal)
  }
  /** Called with ROLLBACK when a connection is lost halfway. @param {string} sql */
  async exec(sql) {
    if (this.#halfway) await this.#open.execProtocolRaw(SYNC)
    this.#halfway = false
    return this.#open.exec(sql)
  }
  async close() {
    await this.#database?.close()
  }
}

/** SQL errors are sent over the socket; what is thrown is a failure of the engine, after which it is of no use. @param {unknown} error */
function fatal(error) {
  console.error('embedded database:', error)
  process.exit(1)
}

const session = new Session()
await listen()
mkdirSync('data/running', { recursive: true })
writeFileSync(databaseProcessFile(port), String(process.pid))
process.on('exit', () => rmSync(databaseProcessFile(port), { force: true }))

async function listen() {
  for (let attempt = 1; ; attempt++) {
    // @ts-expect-error the server uses no more of PGlite than a Session has
    const server = new PGLiteSocketServer({ db: session, port, host: '127.0.0.1', maxConnections: 100 })
    try {
      return await server.start()
    } catch (error) {
      if (attempt < 10)
        await wait(200) // the database of an earlier start may be closing
      else {
        process.send?.({ refused: String(error) })
        process.exit(1)
      }
    }
  }
}

// Ctrl-C reaches the whole group, but the database must outlive the requests that still run. It ends with its parent,
// however that ends: the channel closes even after kill -9.
process.on('SIGINT', () => {}).on('SIGTERM', () => {})
process.on('disconnect', async () => {
  await session.close()
  process.exit() // only this frees the port, which is the lock on the directory
})
await session.open(dataDir)
process.send?.({ ready: true }, undefined, undefined, () => {}) // the parent may have ended meanwhile
