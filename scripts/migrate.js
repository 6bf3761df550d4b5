// `prisma migrate deploy` without its engine (docs/decisions/0003): same folders, same order, same _prisma_migrations rows.
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { say } from './say.js'

const NAMESPACES = ['shop', 'sandbox']
export const PRISMA_LOCK = 72707369 // the number Prisma's own engine locks while it migrates

/**
 * Applies the missing migrations and returns their names. Throws when the database is newer than this program.
 * @param {string} databaseUrl
 * @param {(name: string) => boolean} [isWanted] of names as `namespace/name`; all of them
 */
export async function migrate(databaseUrl, isWanted = () => true) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect().catch((cause) => {
    throw new Error(say('DATABASE_URL 的数据库没有应答', 'The database of DATABASE_URL does not answer'), {
      cause,
    })
  })
  try {
    const finished = await finishedMigrations(client)
    const applied = []
    for (const namespace of NAMESPACES)
      for (const name of migrationsOf(namespace)) {
        const migration = readMigration(namespace, name)
        // most starts have none to apply, and need no transaction for each
        if (finished.get(migration.id) === migration.checksum || !isWanted(migration.id)) continue
        if (await applyOnce(client, migration)) applied.push(migration.id)
      }
    return applied
  } finally {
    await client.end()
  }
}

/** @param {string} namespace */
function migrationsOf(namespace) {
  const entries = readdirSync(`prisma/${namespace}/migrations`, { withFileTypes: true })
  return entries
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort()
}

/** @typedef {{ namespace: string, name: string, id: string, sql: string, checksum: string }} Migration */

/** @param {string} namespace @param {string} name @returns {Migration} */
function readMigration(namespace, name) {
  const file = readFileSync(`prisma/${namespace}/migrations/${name}/migration.sql`)
  const checksum = createHash('sha256').update(file).digest('hex')
  return { namespace, name, id: `${namespace}/${name}`, sql: file.toString(), checksum }
}

/**
 * The checksums of the finished migrations. Refuses migrations that this version does not have: it may not fill their
 * columns, or may read them differently.
 * @param {pg.Client} client @returns {Promise<Map<string, string>>} by `namespace/name`
 */
async function finishedMigrations(client) {
  const finished = new Map()
  const unknown = []
  for (const namespace of NAMESPACES) {
    const known = new Set(migrationsOf(namespace))
    const table = `"${namespace}"._prisma_migrations`
    const { rows: tables } = await client.query('SELECT to_regclass($1) AS found', [table])
    if (!tables[0].found) continue // the database is new
    const { rows } = await client.query(
      `SELECT migration_name AS name, checksum, finished_at FROM ${table} WHERE rolled_back_at IS NULL ORDER BY 1`,
    )
    for (const { name, checksum, finished_at } of rows) {
      const id = `${namespace}/${name}`
      if (!known.has(name)) unknown.push(id)
      if (finished_at) finished.set(id, checksum)
    }
  }
  if (unknown.length > 0)
    throw new Error(
      say(
        `数据库是这个店的更新版本的，或者是别的店的（${unknown.join('、')}）：换成那个版本的程序（git pull），或者恢复更新以前的备份，或者把 DATABASE_URL 设成别的数据库。`,
        `The database is of a newer version of this shop, or of another one (${unknown.join(', ')}): start that version (git pull), or put back a backup from before it, or set DATABASE_URL to another database.`,
      ),
    )
  return finished
}

/**
 * One migration in one transaction: lock, look, apply, record. A second process waits for the lock and then does nothing.
 * Lock and search_path end with the transaction on purpose: the embedded database is a single session shared by all
 * connections, where a session lock excludes no other and a plain SET applies to all.
 * @param {pg.Client} client @param {Migration} migration
 */
async function applyOnce(client, { namespace, name, id, sql, checksum }) {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${PRISMA_LOCK})`)
    await client.query(`CREATE SCHEMA IF NOT EXISTS "${namespace}"`)
    await client.query(`SET LOCAL search_path TO "${namespace}"`)
    await client.query(MIGRATIONS_TABLE)
    const { rows } = await client.query(
      'SELECT checksum, finished_at FROM _prisma_migrations WHERE migration_name = $1 AND rolled_back_at IS NULL',
      [name],
    )
    if (rows.some((row) => !row.finished_at)) throw new Error('recorded as failed; resolve it first')
    if (rows.some((row) => row.checksum !== checksum)) throw new Error('edited after it was applied')
    if (rows.length === 0) {
      await client.query(sql)
      await client.query(
        `INSERT INTO "${namespace}"._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
        [randomUUID(), checksum, name],
      )
    }
    await client.query('COMMIT')
    return rows.length === 0
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new Error(`migration ${id} failed`, { cause: error })
  }
}

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`
