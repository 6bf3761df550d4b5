import { defineConfig } from 'prisma/config'

// `generate` needs no engine, yet the CLI downloads one first, which fails on many networks. Naming any existing file as the
// engine prevents that; every other command still gets the real one.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

/** Of the shop's tables; `--config prisma.sandbox.config.ts` is for the sandbox's. */
export function namespaceConfig(namespace: 'shop' | 'sandbox') {
  const database = process.env.DATABASE_URL
  return defineConfig({
    schema: `prisma/${namespace}/schema.prisma`,
    migrations: { path: `prisma/${namespace}/migrations` },
    ...(database && { datasource: { url: inNamespace(database, namespace) } }),
  })
}

function inNamespace(database: string, namespace: string) {
  const url = new URL(database)
  url.searchParams.set('schema', namespace)
  return url.href
}

export default namespaceConfig('shop')
