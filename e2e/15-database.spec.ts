import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { embeddedDatabase } from '../scripts/embedded.js'
import { run } from './command'
import { copyFirstDatabase } from './first-database'
import { emptyDatabase, UNSET } from './servers'
import { SEATS } from './shops'
import { expect, test } from './test'

const { port, databasePort } = SEATS.mortal
const settings = { PORT: String(port), DATABASE_PORT: String(databasePort) }

/** Does something in the embedded database while no command runs on it. */
async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { url, stop } = await embeddedDatabase(databasePort)
  const client = new pg.Client(url)
  await client.connect()
  const result = await work(client)
  await client.end()
  await stop()
  return result
}

const onSale = async (client: pg.Client) =>
  (await client.query(`SELECT FROM "shop"."Product" WHERE "onSale"`)).rowCount

test('the seed is safe to run twice, and npm run db:reset empties the shop when told to, but not under a running one', async () => {
  test.setTimeout(120_000) // the database is opened eight times
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

test('npm run db:studio shows the tables, and ends with Ctrl-C', async () => {
  copyFirstDatabase(databasePort)
  const studio = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'scripts/db-studio.ts', '--browser', 'none', '--port', String(port)],
    { env: { ...process.env, ...UNSET, ...settings }, detached: true, stdio: 'ignore' },
  )
  const ended = once(studio, 'exit')
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 40_000 },
    )
    .toBe(200)
  process.kill(-(studio.pid ?? 0), 'SIGINT') // as a terminal does: to the whole group
  expect((await ended)[0]).toBe(130)
})
