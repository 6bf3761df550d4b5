import { defineConfig } from '@playwright/test'

/** A run inside a run, see e2e/31-endings.spec.ts: tests that end badly on purpose. */
export default defineConfig({ testDir: '.', testMatch: 'ends-badly.ts', workers: 1, timeout: 240_000 })
