import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, restore } from './backup'
import { embeddedDatabase } from './embedded.js'
import { migrate } from './migrate.js'
import { freePort } from './port.js'
import { serverBinaries, throwAwayPostgres } from './postgres.js'

const SOURCE = process.env.DATABASE_URL ?? ''
const folder = mkdtempSync(join(tmpdir(), 'danbao-backup-'))
const file = join(folder, 'backup.jsonl.gz')
const cleanups = [() => Promise.resolve(rmSync(folder, { recursive: true }))]
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup()
})

async function query<Row extends pg.QueryResultRow>(url: string, text: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** Every table with the number and a digest of its rows, and every sequence with its value. */
async function contents(url: string) {
  const tables = await query<{ name: string }>(
    url,
    `SELECT quote_ident(nspname) || '.' || quote_ident(relname) AS name FROM pg_class
     JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname IN ('shop', 'sandbox') AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> '_prisma_migrations'
     ORDER BY 1`,
  )
  const found: Record<string, unknown> = {}
  for (const { name } of tables)
    [found[name]] = await query(
      url,
      `SELECT count(*)::int, md5(string_agg(line, E'\\n' ORDER BY line COLLATE "C")) AS digest
       FROM (SELECT entry::text AS line FROM ${name} AS entry) AS lines`,
    )
  const sequences = await query(
    url,
    `SELECT schemaname, sequencename, last_value::text FROM pg_sequences WHERE schemaname IN ('shop', 'sandbox') ORDER BY 1, 2`,
  )
  return { found, sequences }
}

const ODD =
  'quotes " \' and \\ and\nlines\r\n, a\u2028separator, \t, 担保 𝌆, {"json": [1]}, (a,b), # and NULL'
const BYTES = Buffer.from(Array.from({ length: 1_024 }, (_, index) => index % 256))

beforeAll(async () => {
  const [orderId, orderNo, productId] = [randomUUID(), `backup-${randomUUID()}`, randomUUID()]
  const fill = (text: string, values: unknown[]) => query(SOURCE, text, values)
  await fill(`INSERT INTO "shop"."Product" ("id", "slug", "name", "description") VALUES ($1, $1, $2, $2)`, [
    productId,
    ODD,
  ])
  await fill(`INSERT INTO "shop"."Variant" ("id", "productId", "priceFen") VALUES ($1, $1, 1)`, [productId])
  await fill(`INSERT INTO "shop"."Picture" ("id", "type", "bytes") VALUES ($1, 'image/png', $2)`, [
    productId,
    Buffer.alloc(1_000_000, BYTES),
  ])
  await fill(
    `INSERT INTO "shop"."Order" ("id", "orderNo", "buyerId", "subject", "totalFen", "told", "paidAt") VALUES ($1, $2, 'b', $3, 2147483647, $4, '2026-11-01T00:00:00.001Z')`,
    [
      orderId,
      orderNo,
      ODD,
      JSON.stringify({ address: ODD, none: null, number: 12345678901234567890n.toString() }),
    ],
  )
  await fill(
    `INSERT INTO "shop"."OrderItem" ("id", "orderId", "productId", "variantId", "name", "priceFen", "quantity") VALUES ($1, $1, $2, $2, $3, 1, 1)`,
    [orderId, productId, ODD],
  )
  await fill(
    `INSERT INTO "shop"."OrderEvent" ("orderId", "kind", "dispatched") SELECT $1, 'kind ' || n, true FROM generate_series(1, 2500) AS n`,
    [orderId],
  )
  await fill(
    `INSERT INTO "shop"."Effect" ("eventId", "handler", "doneAt") SELECT "id", 'test', now() FROM "shop"."OrderEvent" WHERE "orderId" = $1`,
    [orderId],
  )
  for (const day of [
    '2020-02-29T23:59:59.999+08',
    '2026-10-31T23:59:59.999+08',
    '2026-11-01T00:00:00+08',
    '2031-01-01T00:00:00+08',
  ])
    await fill(
      `INSERT INTO "shop"."Notification" ("id", "channel", "receivedAt", "remoteAddress", "rawBytes", "verdict", "params", "notes", "detail", "orderNo", "answer", "milliseconds")
       VALUES ($1, 'notify', $2, '', $3, 'applied', $4, $5, $6, $7, 'success', 1)`,
      [randomUUID(), day, BYTES, JSON.stringify([['subject', ODD]]), [ODD, '', 'NULL'], ODD, orderNo],
    )
  await fill(
    `INSERT INTO "sandbox"."Fault" ("kind", "options", "times", "chance", "seed", "done", "createdAt") VALUES ('test', '{}', 1, 0.1, 7, $1, now())`,
    [[ODD]],
  )
  cleanups.push(async () => {
    await fill(`DELETE FROM "shop"."Order" WHERE "id" = $1`, [orderId])
    await fill(`DELETE FROM "shop"."Product" WHERE "id" = $1`, [productId])
    await fill(`DELETE FROM "shop"."Picture" WHERE "id" = $1`, [productId])
    await fill(`DELETE FROM "shop"."Notification" WHERE "orderNo" = $1`, [orderNo])
    await fill(`DELETE FROM "sandbox"."Fault" WHERE "kind" = $1`, ['test'])
  })
})

/** An empty database of each kind that there is here. */
const KINDS: Record<string, () => Promise<string>> = {
  async embedded() {
    const port = await freePort()
    const { url, stop } = await embeddedDatabase(port)
    cleanups.push(async () => {
      await stop()
      rmSync(`data/${port}`, { recursive: true })
    })
    return url
  },
  ...(serverBinaries() && {
    async server() {
      const server = await throwAwayPostgres()
      if (!server) throw new Error('no server')
      cleanups.push(server.stop)
      return server.url
    },
  }),
}

describe('a backup', () => {
  it('is one file that only its owner reads, and overwrites none', async () => {
    expect(await backUp(SOURCE, file)).toBeGreaterThan(5_000)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.part`)).toBe(false)
    writeFileSync(`${file}.part`, 'of another that runs')
    await expect(backUp(SOURCE, file)).rejects.toThrow(/EEXIST/)
    expect(readFileSync(`${file}.part`, 'utf8')).toBe('of another that runs')
  })

  describe.each(Object.entries(KINDS))('in an empty database (%s)', (_kind, open) => {
    it('restores every row, byte for byte, and every sequence; and again only where it is empty', async () => {
      const url = await open()
      const cut = join(folder, `cut-${randomUUID()}`)
      const lines = gunzipSync(readFileSync(file)).toString().split('\n')
      writeFileSync(cut, gzipSync(lines.toSpliced(-2, 1).join('\n')))
      await expect(restore(url, cut)).rejects.toThrow(/not a whole one; nothing was restored/)
      writeFileSync(cut, readFileSync(file).subarray(0, -100))
      await expect(restore(url, cut)).rejects.toThrow(/not a whole one; nothing was restored/)
      writeFileSync(cut, gzipSync(lines.toSpliced(-3, 1).join('\n')))
      await expect(restore(url, cut)).rejects.toThrow(/not a whole one; nothing was restored/)

      await migrate(url) // as after an aborted start; empty all the same
      expect(await restore(url, file)).toBeGreaterThan(5_000)
      expect(await contents(url)).toEqual(await contents(SOURCE))
      const [next] = await query<{ id: string }>(
        url,
        `INSERT INTO "shop"."OrderEvent" ("orderId", "kind") SELECT "id", 'next' FROM "shop"."Order" LIMIT 1 RETURNING "id"`,
      )
      expect(Number(next?.id)).toBeGreaterThan(2_500)
      await expect(restore(url, file)).rejects.toThrow(
        /not empty .*nothing was restored.*db:reset -- --yes --bare/s,
      )
    })
  })

  it('of an older version is brought to this one', async () => {
    const url = (await (KINDS.server ?? KINDS.embedded)?.()) ?? ''
    const old = join(folder, 'old')
    const [head = '', ...rest] = gunzipSync(readFileSync(file)).toString().split('\n')
    const { migrations, ...about } = JSON.parse(head.slice(1)) as { migrations: string[] }
    const before = (name: string) => !name.startsWith('shop/') || name < 'shop/20261129092200_stage'
    // the tables of that version, without rows
    const controls = rest
      .filter((line) => line.startsWith('#'))
      .map((line) => JSON.parse(line.slice(1)) as object)
    const lines = [
      { ...about, migrations: migrations.filter(before), logMonths: [] },
      ...controls.slice(0, -1),
      { ...controls.at(-1), rows: 0 },
    ]
    writeFileSync(old, gzipSync(lines.map((line) => `#${JSON.stringify(line)}\n`).join('')))
    expect(await restore(url, old)).toBe(0)
    expect(await query(url, `SELECT "stage" FROM "shop"."Order"`)).toEqual([])
  })

  it('of a newer version, and what is no backup, is refused', async () => {
    const other = join(folder, 'other')
    const text = gunzipSync(readFileSync(file)).toString()
    writeFileSync(other, gzipSync(text.replace('"migrations":[', '"migrations":["shop/29990101000000_new",')))
    await expect(restore(SOURCE, other)).rejects.toThrow(
      /newer version of this shop \(shop\/29990101000000_new\)/,
    )
    writeFileSync(other, gzipSync('something else\n'))
    await expect(restore(SOURCE, other)).rejects.toThrow(/is no backup of this shop/)
    writeFileSync(other, 'not even zipped')
    await expect(restore(SOURCE, other)).rejects.toThrow(/is no backup of this shop/)
  })
})
