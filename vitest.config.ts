import { defineConfig } from 'vitest/config'
import { serverBinaries } from './scripts/postgres.js'
import { WORKERS } from './scripts/vitest/workers.js'

const DATABASE_TESTS = '{app,lib,prisma,scripts}/**/*.db.test.ts'

/** Take minutes, and run on one kind of database only: PostgreSQL where it is installed. */
const LONG_TESTS = ['lib/payments/{killed-process,model}.db.test.ts']
const hasPostgres = serverBinaries() !== undefined

/** The same tests on each kind of database. */
const onDatabase = (name: 'embedded' | 'postgres') => ({
  extends: true as const,
  test: {
    name,
    include: [DATABASE_TESTS],
    exclude: name === 'embedded' && hasPostgres ? LONG_TESTS : [],
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
        test: { name: 'unit', include: ['{app,docs,lib}/**/*.test.ts'], exclude: [DATABASE_TESTS] },
      },
      onDatabase('embedded'),
      ...(hasPostgres ? [onDatabase('postgres')] : []),
    ],
  },
})
