import { defineConfig } from 'vitest/config'
import { serverBinaries } from './scripts/postgres.js'

const DATABASE_TESTS = '{app,lib,prisma}/**/*.db.test.ts'

/** The same tests on each kind of database, one file at a time: they share its tables. */
const onDatabase = (name: 'embedded' | 'postgres') => ({
  extends: true as const,
  test: {
    name,
    include: [DATABASE_TESTS],
    globalSetup: `scripts/vitest/${name}.js`,
    setupFiles: 'scripts/vitest/database-url.js',
    fileParallelism: false,
  },
})

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // limits say that something hangs, not that the machine is busy
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
      ...(serverBinaries() ? [onDatabase('postgres')] : []),
    ],
  },
})
