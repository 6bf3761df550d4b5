import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { LOG_MONTHS_SQL, makeMonthSql } from '../lib/messages/log-months'
import { compareMigrations, programMigrations, type Select } from '../lib/migrations'
import { migrate, PRISMA_LOCK } from './migrate.js'
import { say } from './say.js'

/**
 * A backup is one gzipped text file: a line of JSON for each row, as PostgreSQL writes it, and between them lines that begin
 * with `#`: a head, the name of each table, and an end, by which a file that was cut off is known. It is written and read by
 * SQL alone, and so works on every PostgreSQL, on the embedded one, and from one to the other.
 */

const Name = z.string().regex(/^[\w/]+$/)
const Namespace = z.enum(['shop', 'sandbox'])
const Head = z.object({
  danbao: z.literal('backup 1'),
  takenAt: z.string(),
  /** Those of the database, as `namespace/name`. */
  migrations: z.array(Name),
  /** The months that have a partition of the log. */
  logMonths: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
})
const Table = z.object({ namespace: Namespace, table: Name })
const End = z.object({
  rows: z.number(),
  sequences: z.array(z.object({ namespace: Namespace, name: Name, value: z.string().regex(/^\d+$/) })),
})
type Table = z.infer<typeof Table>

/** Characters of JSON that are read or written at once; a single row may have more. */
const BATCH = 2_000_000

const quoted = ({ namespace, table }: Table) => `"${namespace}"."${table}"`
const marked = (line: z.infer<typeof Head> | Table | z.infer<typeof End>) => `#${JSON.stringify(line)}\n`

/**
 * Writes all rows as they are at one moment, while others go on writing; the embedded database, which is a single session,
 * makes them wait. Returns the number of rows. Throws where the file exists.
 */
export function backUp(databaseUrl: string, file: string): Promise<number> {
  return connected(databaseUrl, async (client) => {
    const written = { rows: 0 }
    const partial = `${file}.part`
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // personal data: only the owner of the file may read it
    const target = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
    try {
      await pipeline(Readable.from(linesOf(client, written)), createGzip(), target)
      await rename(partial, file)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') await rm(partial, { force: true })
      throw error
    }
    return written.rows
  })
}

async function* linesOf(client: pg.Client, written: { rows: number }) {
  const { unknown: migrations } = await compareMigrations(selectBy(client), [])
  if (migrations.length === 0)
    throw new Error(say('这个数据库里没有店，没有可备份的', 'There is no shop in this database to back up'))
  const logMonths = (await client.query<{ month: string }>(LOG_MONTHS_SQL)).rows.map(({ month }) => month)
  yield marked({ danbao: 'backup 1', takenAt: new Date().toISOString(), migrations, logMonths })
  for (const table of await tablesOf(client)) {
    yield marked(table)
    await client.query(
      `DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(entry)::text AS line FROM ${quoted(table)} AS entry`,
    )
    for (let size = 10; ;) {
      const { rows } = await client.query<{ line: string }>(`FETCH ${size} FROM backup`)
      if (rows.length === 0) break
      written.rows += rows.length
      const text = rows.map(({ line }) => `${line}\n`).join('')
      yield text
      size = Math.min(1_000, Math.max(1, Math.floor((BATCH * rows.length) / text.length)))
    }
    await client.query('CLOSE backup')
  }
  // sequences are outside of the snapshot: read last, they are behind no row
  const { rows: sequences } = await client.query<z.infer<typeof End>['sequences'][number]>(
    `SELECT schemaname AS namespace, sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname IN ('shop', 'sandbox') AND last_value IS NOT NULL ORDER BY 1, 2`,
  )
  yield marked({ rows: written.rows, sequences })
}

/** The tables of shop and sandbox, each after those it refers to. A partition is read and written by its table. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows: tables } = await client.query<Table & { oid: string; needs: string[] }>(
    `SELECT nspname AS namespace, relname AS table, pg_class.oid::text, ARRAY(
       SELECT confrelid::text FROM pg_constraint
       WHERE contype = 'f' AND conrelid = pg_class.oid AND confrelid <> conrelid
     ) AS needs
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname IN ('shop', 'sandbox') AND relkind IN ('r', 'p') AND NOT relispartition
       AND relname <> '_prisma_migrations'
     ORDER BY nspname, relname`,
  )
  const sorted: typeof tables = []
  while (sorted.length < tables.length) {
    const left = tables.filter((table) => !sorted.includes(table))
    const free = left.filter(({ needs }) => !left.some(({ oid }) => needs.includes(oid)))
    if (free.length === 0) throw new Error(`These tables refer to each other: ${left.map(quoted).join(', ')}`)
    sorted.push(...free)
  }
  return sorted.map(({ namespace, table }) => ({ namespace, table }))
}

/**
 * Puts a backup into a database without rows, all of it or nothing, and brings that to this program's version. Returns the
 * number of rows. Throws where there are rows, and where the file is damaged or of a newer version.
 */
export function restore(databaseUrl: string, file: string): Promise<number> {
  return connected(databaseUrl, async (client) => {
    const lines = linesIn(file)
    const first = await lines.next().catch((error: unknown) => {
      throw damaged(file, error)
    })
    const head = Head.safeParse(unmarked(String(first.value)))
    if (!head.success) throw damaged(file)
    const { migrations, logMonths } = head.data
    const program = programMigrations()
    const newer = migrations.filter((name) => !program.includes(name))
    if (newer.length > 0)
      throw new Error(
        say(
          `这个备份是更新版本的店的（${newer.join('、')}）：先把程序换成那个版本（git pull）`,
          `The backup is of a newer version of this shop (${newer.join(', ')}): change to that version first (git pull)`,
        ),
      )
    await requireEmpty(client)
    const { missing, unknown } = await compareMigrations(selectBy(client), migrations)
    if (missing.length + unknown.length > 0)
      await client.query('DROP SCHEMA IF EXISTS "shop" CASCADE; DROP SCHEMA IF EXISTS "sandbox" CASCADE')
    await migrate(databaseUrl, (name) => migrations.includes(name))
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(${PRISMA_LOCK})`) // a shop that starts now waits
    await requireEmpty(client)
    for (const month of logMonths) await client.query(makeMonthSql(month))
    const rows = await load(client, lines).catch((error: unknown) => {
      throw error instanceof pg.DatabaseError ? error : damaged(file, error)
    })
    await client.query('COMMIT')
    await migrate(databaseUrl)
    return rows
  })
}

/** Writes the rows of a backup after its head, and sets the sequences. */
async function load(client: pg.Client, lines: AsyncGenerator<string>): Promise<number> {
  let table: Table | undefined
  let end: z.infer<typeof End> | undefined
  let rows = 0
  let batch: string[] = []
  let length = 0
  const flush = async () => {
    if (!table || batch.length === 0) return
    await client.query(
      `INSERT INTO ${quoted(table)} SELECT * FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`,
      [`[${batch.join()}]`],
    )
    rows += batch.length
    batch = []
    length = 0
  }
  for await (const line of lines) {
    if (line.startsWith('#')) {
      await flush()
      table = Table.safeParse(unmarked(line)).data
      if (!table) end = End.parse(unmarked(line))
    } else {
      batch.push(line)
      length += line.length
      if (length >= BATCH) await flush()
    }
  }
  if (end?.rows !== rows) throw new Error(`${rows} rows were found, of ${end?.rows ?? 'an unknown number'}`)
  for (const { namespace, name, value } of end.sequences)
    await client.query(`SELECT setval('"${namespace}"."${name}"', ${value})`)
  return rows
}

function unmarked(line: string): unknown {
  try {
    return line.startsWith('#') ? JSON.parse(line.slice(1)) : undefined
  } catch {
    return undefined
  }
}

const damaged = (file: string, cause?: unknown) =>
  new Error(
    say(
      `${file} 不是本店的备份，或者不完整；什么也没有恢复`,
      `${file} is no backup of this shop, or not a whole one; nothing was restored`,
    ),
    { cause },
  )

async function requireEmpty(client: pg.Client) {
  for (const table of await tablesOf(client)) {
    const { rowCount } = await client.query(`SELECT FROM ${quoted(table)} LIMIT 1`)
    if (rowCount)
      throw new Error(
        say(
          `这个数据库不是空的（${table.table} 里有内容），没有恢复。请把 DATABASE_URL 设成一个空的数据库，或者（自带的数据库）换一个 DATABASE_PORT；` +
            '里面的内容确实不要了，就先运行 npm run db:reset -- --yes --bare',
          `This database is not empty (there are rows in ${table.table}), and nothing was restored. Set DATABASE_URL to an empty database or, ` +
            'for the embedded one, another DATABASE_PORT; to give up what is in it, first run npm run db:reset -- --yes --bare',
        ),
      )
  }
}

/** The lines of a backup. Only \n ends one: texts may have other separators in them. */
async function* linesIn(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  const begun: string[] = [] // a line may be longer than many chunks
  const source = createReadStream(file)
  const unzipped = createGunzip()
  source.on('error', (error) => unzipped.destroy(error))
  for await (const chunk of source.pipe(unzipped)) {
    const [first = '', ...others] = decoder.write(chunk).split('\n')
    begun.push(first)
    for (const next of others) {
      yield begun.join('')
      begun.splice(0, Infinity, next)
    }
  }
  if (begun.join('') !== '') throw new Error('the last line is cut off')
}

async function connected<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {}) // the next query fails and tells
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.query('ROLLBACK').catch(() => {}) // the embedded database does not do it when a client goes
    await client.end()
  }
}

const selectBy =
  (client: pg.Client): Select =>
  async (sql) =>
    (await client.query(sql)).rows

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
