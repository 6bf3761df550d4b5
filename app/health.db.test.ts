import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { findUnreadiness } from '@/lib/readiness'
import { GET as healthz } from './healthz/route'
import { GET as readyz } from './readyz/route'

async function sql(text: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

const told = async (response: Response) => ({ status: response.status, text: await response.text() })

describe('/healthz and /readyz', () => {
  it('answer 200, are kept nowhere and set no cookie', async () => {
    for (const answer of [healthz(), await readyz()]) {
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('x-robots-tag')).toBe('noindex')
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await told(answer)).toEqual({ status: 200, text: 'ok\n' })
    }
  })

  it('/readyz answers 503 while a migration is missing, and names it', async () => {
    const name = '20261122165740_back_office'
    await sql(`UPDATE "shop"._prisma_migrations SET rolled_back_at = now() WHERE migration_name = '${name}'`)
    try {
      expect(await told(await readyz())).toEqual({
        status: 503,
        text: expect.stringMatching(new RegExp(`lacks 1 migrations: shop/${name}\\. Run npm run db:migrate`)),
      })
    } finally {
      await sql(`UPDATE "shop"._prisma_migrations SET rolled_back_at = NULL`)
    }
    expect((await readyz()).status).toBe(200)
  })

  it('/readyz answers 503 when a newer version has migrated the database', async () => {
    await sql(
      `INSERT INTO "sandbox"._prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', '', '29990101000000_new', now())`,
    )
    try {
      expect(await told(await readyz())).toEqual({
        status: 503,
        text: expect.stringContaining('newer than this process, by 1 migrations: sandbox/29990101000000_new'),
      })
    } finally {
      await sql(`DELETE FROM "sandbox"._prisma_migrations WHERE id = 'x'`)
    }
  })

  it('a database without tables lacks every migration', async () => {
    const select = <Row>() => Promise.resolve([{ isThere: false }] as Row[])
    expect((await findUnreadiness(select))?.en).toMatch(/lacks \d\d migrations: shop\/20261122141311_first, /)
  })

  it.each([
    ['refuses', () => Promise.reject(new Error('connect ECONNREFUSED postgresql://me:secret@db:5432'))],
    ['hangs', () => new Promise<never>(() => {})],
  ])('a database that %s is told in the end, without its address', async (_how, select) => {
    const problem = await findUnreadiness(select)
    expect(problem?.en).toMatch(/^The database does not answer\. Start it/)
    expect(JSON.stringify(problem)).not.toMatch(/secret|ECONN|db:5432/)
  })
})
