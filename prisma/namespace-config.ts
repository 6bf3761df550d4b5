import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// `generate` needs no engine, yet the CLI wants to download one first. Naming any existing file as the engine stops
// that; every other command still gets the real one.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

/** One Prisma configuration per room: its schema, its migrations, its PostgreSQL namespace. */
export function namespaceConfig(namespace: 'shop' | 'sandbox') {
  const path = (name: string) => fileURLToPath(new URL(`./${namespace}/${name}`, import.meta.url))
  const database = process.env.DATABASE_URL
  return defineConfig({
    schema: path('schema.prisma'),
    migrations: { path: path('migrations') },
    ...(database && { datasource: { url: inNamespace(database, namespace) } }),
  })
}

function inNamespace(database: string, namespace: string) {
  const url = new URL(database)
  url.searchParams.set('schema', namespace)
  return url.href
}
