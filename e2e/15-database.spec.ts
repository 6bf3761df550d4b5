import pg from 'pg'
import { embeddedDatabase } from '../scripts/embedded.js'
import { run } from './command'
import { copyFirstDatabase } from './first-database'
import { startProgram } from './programs'
import { emptyDatabase } from './servers'
import { SEATS } from './shops'
import { expect, test } from './test'

const { port, databasePort } = SEATS.mortal
const settings = { PORT: String(port), DATABASE_PORT: String(databasePort) }

/** Does something in the embedded database while no command runs on it. */
async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { url, stop } = await embeddedDatabase(databasePort)
  const client = new pg.Client(url)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
    await stop()
  }
}

const onSale = async (client: pg.Client) =>
  (await client.query(`SELECT FROM "shop"."Product" WHERE "onSale"`)).rowCount

test('the seed is safe to run twice, and npm run db:reset empties the shop when told to, but not under a running one', async () => {
  emptyDatabase(databasePort)
  const first = await run('db-seed.ts', [], settings)
  expect(first.output).toMatch(new RegExp(`data/${databasePort}: put \\d+ products on the shelf`))
  expect(first.code).toBe(0)
  const second = await run('db-seed.ts', [], settings)
  expect(second.output).toMatch(/has \d+ products already; nothing was changed/)
  expect(second.code).toBe(0)
  const beside = await inDatabase(async (client) => {
    await client.query(`UPDATE "shop"."Product" SET "onSale" = false`)
    return run('db-reset.ts', ['--yes'], settings)
  })
  expect(beside).toMatchObject({ code: 1, output: expect.stringContaining('The shop is running') })
  const unsure = await run('db-reset.ts', [], settings)
  expect(unsure).toMatchObject({ code: 1, output: expect.stringContaining('npm run db:reset -- --yes') })
  expect(await inDatabase(onSale)).toBe(0)
  expect(await run('db-reset.ts', ['--yes'], settings)).toMatchObject({ code: 0 })
  expect(await inDatabase(onSale)).toBeGreaterThan(0)
})

test('a backup is taken beside a running shop, and restored into an emptied database only', async ({}, testInfo) => {
  emptyDatabase(databasePort)
  expect(await run('db-seed.ts', [], settings)).toMatchObject({ code: 0 })
  const file = testInfo.outputPath('backup.jsonl.gz')
  const taken = await inDatabase(async (client) => {
    await client.query(`UPDATE "shop"."Product" SET "name" = "name" || ' 备份', "position" = 7`)
    return run('db-backup.ts', [file], settings)
  })
  expect(taken).toMatchObject({
    code: 0,
    output: expect.stringMatching(new RegExp(`data/${databasePort}: wrote \\d+ rows to .*backup`)),
  })
  expect(await run('db-backup.ts', [file], settings)).toMatchObject({
    code: 1,
    output: expect.stringContaining('is there already, and is not overwritten'),
  })
  expect(await inDatabase(() => run('db-restore.ts', [file], settings))).toMatchObject({
    code: 1,
    output: expect.stringContaining('The shop is running on this database. Stop it first'),
  })
  expect(await run('db-restore.ts', [file], settings)).toMatchObject({
    code: 1,
    output: expect.stringContaining('npm run db:reset -- --yes --bare'),
  })
  expect(await run('db-reset.ts', ['--yes', '--bare'], settings)).toMatchObject({ code: 0 })
  expect(await run('db-restore.ts', [file], settings)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/: restored \d+ rows from /),
  })
  const { rows } = await inDatabase((client) =>
    client.query(`SELECT DISTINCT "position", right("name", 3) AS end FROM "shop"."Product"`),
  )
  expect(rows).toEqual([{ position: 7, end: ' 备份' }])
  const old = await run('db-retention.ts', ['--months', '0'], settings)
  expect(old).toMatchObject({ code: 1, output: expect.stringContaining('--months is a whole number from 1') })
  expect(await run('db-retention.ts', ['--months', '12'], settings)).toMatchObject({
    code: 0,
    output: expect.stringContaining(`data/${databasePort}: dropped 0 entries`),
  })
})

test('a database that a newer version has migrated is refused, with what to do, and nothing is done in it', async () => {
  emptyDatabase(databasePort)
  expect(await run('db-seed.ts', [], settings)).toMatchObject({ code: 0 })
  for (const [namespace, script] of [
    ['shop', 'db-seed.ts'],
    ['sandbox', 'start.js'],
  ] as const) {
    await inDatabase((client) =>
      client.query(
        `INSERT INTO "${namespace}"._prisma_migrations (id, checksum, migration_name, finished_at)
         VALUES ('x', '', '29990101000000_new', now())`,
      ),
    )
    const unknown = `newer version of this shop, or of another one (${namespace}/29990101000000_new)`
    expect(await run(script, [], settings)).toMatchObject({
      code: 1,
      output: expect.stringContaining(unknown),
    })
    await inDatabase((client) => client.query(`DELETE FROM "${namespace}"._prisma_migrations WHERE id = 'x'`))
  }
  expect(await run('db-seed.ts', [], settings)).toMatchObject({ code: 0 })
})

test('npm run db:studio shows the tables, and ends with Ctrl-C', async () => {
  copyFirstDatabase(databasePort)
  const options = ['--browser', 'none', '--port', String(port)]
  const { child, ended } = startProgram('scripts/db-studio.ts', options, settings, { ownGroup: true })
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${port}/`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
  process.kill(-(child.pid ?? 0), 'SIGINT') // as a terminal does: to the whole group
  expect(await ended).toBe(130)
})
