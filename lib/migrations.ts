import { existsSync, readdirSync } from 'node:fs'

/** Runs a SELECT and returns its rows. */
export type Select = <Row>(sql: string) => Promise<Row[]>

const NAMESPACES = ['shop', 'sandbox']

/** The migrations that this program has, as `namespace/name`. */
export const programMigrations = () =>
  NAMESPACES.flatMap((namespace) => {
    const folder = `prisma/${namespace}/migrations`
    const names = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/migration.sql`))
    return names.map((name) => `${namespace}/${name}`)
  })

/** Which of the program's migrations the database lacks, and which it has that the program does not know. */
export async function compareMigrations(select: Select, known: string[]) {
  const applied: string[] = []
  for (const namespace of NAMESPACES) {
    const table = `"${namespace}"._prisma_migrations`
    const [{ isThere } = { isThere: false }] = await select<{ isThere: boolean }>(
      `SELECT to_regclass('${table}') IS NOT NULL AS "isThere"`,
    )
    if (!isThere) continue
    const rows = await select<{ name: string }>(
      `SELECT migration_name AS name FROM ${table} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    applied.push(...rows.map(({ name }) => `${namespace}/${name}`))
  }
  return {
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}
