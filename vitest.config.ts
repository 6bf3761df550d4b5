import { defineConfig } from 'vitest/config'
import { serverBinaries } from './scripts/postgres.js'
import { WORKERS } from './scripts/vitest/workers.js'

const DATABASE_TESTS = '{app,lib,prisma,scripts}/**/*.db.test.ts'

/** Where PostgreSQL is installed too, only these run on the embedded database, on which all browser tests run. */
const EMBEDDED_TESTS = '{lib/{messages,orders},prisma,scripts}/**/*.db.test.ts'
const hasPostgres = serverBinaries() !== undefined

const onDatabase = (name: 'embedded' | 'postgres', include: string) => ({
  extends: true as const,
  test: {
    name,
    include: [include],
    globalSetup: `scripts/vitest/${name}.js`,
    setupFiles: 'scripts/vitest/database-url.js',
  },
})

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    maxWorkers: WORKERS,
    // only a test that hangs reaches these limits, also on a busy machine
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,docs,lib}/**/*.test.ts'],
          exclude: [DATABASE_TESTS],
          isolate: false, // they share the imports of one process
        },
      },
      onDatabase('embedded', hasPostgres ? EMBEDDED_TESTS : DATABASE_TESTS),
      ...(hasPostgres ? [onDatabase('postgres', DATABASE_TESTS)] : []),
    ],
  },
})
