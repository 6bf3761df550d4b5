import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/find-chromium.js'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  retries: 0,
  // only a test that hangs reaches these limits, also on a busy machine
  timeout: 900_000,
  expect: { timeout: 60_000 },
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 60_000,
    locale: 'zh-CN', // the first visit uses the browser's language
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
