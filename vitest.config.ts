import { defineConfig } from 'vitest/config'
import { serverBinaries } from './scripts/postgres.js'

const DATABASE_TESTS = '{app,lib}/**/*.db.test.ts'

/** The same tests on each kind of database, one file at a time: they share its tables. */
const onDatabase = (name: 'embedded' | 'postgres') => ({
  extends: true as const,
  test: {
    name,
    include: [DATABASE_TESTS],
    globalSetup: `scripts/vitest/${name}.js`,
    setupFiles: 'scripts/vitest/database-url.js',
    fileParallelism: false,
    testTimeout: 20_000, // the first test waits for the database as well
  },
})

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    testTimeout: 30_000, // laws are tried many times, and the machine may be busy with a build
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
