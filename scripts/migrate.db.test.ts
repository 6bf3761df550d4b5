import pg from 'pg'
import { expect, it } from 'vitest'
import { migrate } from './migrate.js'

const url = process.env.DATABASE_URL ?? ''

async function inDatabase<T extends pg.QueryResultRow>(sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

it('A database that has every migration is left as it is', async () => {
  const read = () => inDatabase('SELECT * FROM "shop"._prisma_migrations ORDER BY "migration_name"')
  const before = await read()
  expect(await migrate(url)).toEqual([])
  expect(await read()).toEqual(before)
})

it.each([
  ['was edited after it was applied', `"checksum" = 'another'`, 'edited after it was applied'],
  ['did not end', '"finished_at" = NULL', 'recorded as failed; resolve it first'],
])('A migration that %s is refused', async (_title, change, problem) => {
  const [last] = await inDatabase<{ id: string; migration_name: string; checksum: string }>(
    'SELECT * FROM "sandbox"._prisma_migrations ORDER BY "migration_name" DESC LIMIT 1',
  )
  await inDatabase(`UPDATE "sandbox"._prisma_migrations SET ${change} WHERE "id" = '${last?.id}'`)
  try {
    const refused = migrate(url)
    await expect(refused).rejects.toThrow(`migration sandbox/${last?.migration_name} failed`)
    await expect(refused).rejects.toMatchObject({ cause: { message: problem } })
  } finally {
    // other files go on in this database
    await inDatabase(
      `UPDATE "sandbox"._prisma_migrations SET "checksum" = '${last?.checksum}', "finished_at" = now() WHERE "id" = '${last?.id}'`,
    )
  }
  expect(await migrate(url)).toEqual([])
})
