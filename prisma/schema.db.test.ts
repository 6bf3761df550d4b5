import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, it } from 'vitest'

/** The columns, enums and indexes of a schema.prisma, in PostgreSQL's words. Defaults and foreign keys are not compared. */
function readSchema(text: string) {
  const blocks = Array.from(
    text.matchAll(/^(model|enum) (\w+) \{\n([^]*?)^\}/gm),
    ([, kind, name, body = '']) => ({
      ...{ kind, name: name ?? '' },
      lines: body
        .split('\n')
        .map((line) => line.replace(/^\s*\/\/.*|\s+\/\/ .*/, '').trim())
        .filter(Boolean),
    }),
  )
  const models = blocks.filter(({ kind }) => kind === 'model')
  const isTable = (type: string) => models.some(({ name }) => name === type)
  const columns = models.flatMap(({ name: table, lines }) =>
    lines.flatMap((line) => {
      const [, column, type = '', mark] = /^(\w+)\s+(\w+)(\?|\[\])?/.exec(line) ?? []
      if (!column || isTable(type)) return []
      const native = /@db\.(\w+)(\(\d+\))?/.exec(line)?.[1]
      const array = mark === '[]' ? '_' : '' // Prisma's lists may be NULL in the database
      return `${table}.${column} ${array}${TYPES[native ?? type] ?? type}${mark ? '' : ' NOT NULL'}`
    }),
  )
  const enums = blocks
    .filter(({ kind }) => kind === 'enum')
    .flatMap(({ name, lines }) => lines.map((value) => `${name}.${value}`))
  const indexes = models.flatMap(({ name: table, lines }) =>
    lines.flatMap((line) => {
      const [, field] = /^(\w+)\s.*@unique/.exec(line) ?? []
      const [, kind, fields = ''] = /^@@(unique|index|id)\(\[(.*?)\]/.exec(line) ?? []
      const map = /map: "(\w+)"/.exec(line)?.[1]
      if (field) return map ?? `${table}_${field}_key`
      if (!kind) return []
      const names = fields.split(',').map((part) => part.trim().replace(/\(.*/, ''))
      return (
        map ??
        (kind === 'id' ? `${table}_pkey` : `${table}_${names.join('_')}_${kind === 'index' ? 'idx' : 'key'}`)
      )
    }),
  )
  return { columns, enums, indexes }
}

const TYPES: Record<string, string> = {
  String: 'text',
  Text: 'text',
  Int: 'int4',
  BigInt: 'int8',
  Float: 'float8',
  Boolean: 'bool',
  DateTime: 'timestamp',
  Timestamptz: 'timestamptz',
  Json: 'jsonb',
  Bytes: 'bytea',
}

it.each(['shop', 'sandbox'])(
  'the migrations of the %s make what its schema.prisma says',
  async (namespace) => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    try {
      const namesOf = async (sql: string) =>
        (await client.query<{ name: string }>(sql, [namespace])).rows.map(({ name }) => name).sort()
      const { columns, enums, indexes } = readSchema(
        readFileSync(`prisma/${namespace}/schema.prisma`, 'utf8'),
      )
      expect(columns.length).toBeGreaterThan(10)
      expect(
        await namesOf(
          `SELECT table_name || '.' || column_name || ' ' || udt_name || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END AS name
         FROM information_schema.columns WHERE table_schema = $1 AND table_name <> '_prisma_migrations'
           AND NOT (SELECT relispartition FROM pg_class WHERE oid = format('%I.%I', table_schema, table_name)::regclass)`,
        ),
      ).toEqual(columns.sort())
      expect(
        await namesOf(
          `SELECT typname || '.' || enumlabel AS name FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
         WHERE typnamespace = to_regnamespace($1)`,
        ),
      ).toEqual(enums.sort())
      expect(await namesOf(`SELECT indexname AS name FROM pg_indexes WHERE schemaname = $1`)).toEqual(
        expect.arrayContaining(indexes),
      )
    } finally {
      await client.end()
    }
  },
)
