// npm test: everything, from a fresh clone. The last line is `N passed, N failed` (and `, N skipped`).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './command.js'
import { generate, install, requireNode } from './install.js'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** The commands that run now, each in a process group of its own. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let interrupted = false

const usage = {
  zh: `npm test -- [--lang zh|en]

代码检查、类型、单元测试、数据库测试和浏览器测试，全部运行。只要一部分就用 npx vitest run 或 npx playwright test
（见 CONTRIBUTING.md）。`,
  en: `npm test -- [--lang zh|en]

Lint, types, unit tests, database tests and browser tests, all of them. For a part of them use npx vitest run or
npx playwright test (CONTRIBUTING.md).`,
}

void runCommand({ usage }, async () => {
  try {
    requireNode()
    install()
    generate()
    const { prepareBrowser } = await import('./prepare-browser.js') // needs the packages just installed
    prepareBrowser()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.log('0 passed, 1 failed')
    return 1
  }
  process.exitCode = (await testAll()) ? 0 : 1
  return undefined
})

/** Returns whether everything passed; prints the counts as the last line. */
async function testAll() {
  const reports = mkdtempSync(join(tmpdir(), 'danbao-tests-'))
  const e2eReport = join(reports, 'e2e.json')
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = e2eReport
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      for (const { pid } of running) if (pid) process.kill(-pid, interrupted ? 'SIGKILL' : 'SIGINT')
      interrupted = true
    })

  const unitReport = join(reports, 'unit.json')
  const counts = await Promise.all([
    suite('npm run --silent lint'),
    suite('npm run --silent types'),
    suite(`npm run --silent unit -- --reporter=default --reporter=json --outputFile.json="${unitReport}"`, {
      report: unitReport,
      read: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
        passed: numPassedTests,
        failed: numFailedTests,
        skipped: numPendingTests + numTodoTests,
      }),
    }),
  ])
  const e2e = {
    report: e2eReport,
    read: (/** @type {any} */ { stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  }
  counts.push(await suite('npm run --silent e2e -- --reporter=list,json', e2e))
  rmSync(reports, { recursive: true })

  const total = (/** @type {keyof Count} */ kind) => counts.reduce((sum, count) => sum + count[kind], 0)
  const skipped = total('skipped') ? `, ${total('skipped')} skipped` : ''
  console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`)
  return total('failed') === 0
}

/**
 * Runs a command that counts as one test, or that counts its tests in a JSON report. When it fails without a failed test,
 * it has crashed, which counts as one failure.
 * @param {string} command @param {{ report: string, read: (report: any) => Count }} [counted] @returns {Promise<Count>}
 */
async function suite(command, counted) {
  if (interrupted) return { passed: 0, failed: 1, skipped: 0 }
  console.log(`\n> ${command}`)
  const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
  running.add(child)
  const [code] = await once(child, 'close')
  running.delete(child)
  console.log(`${code === 0 ? '✓' : '✗'} ${command}`)
  const isCounted = counted && existsSync(counted.report)
  const count = isCounted ? counted.read(JSON.parse(readFileSync(counted.report, 'utf8'))) : undefined
  if (code === 0) return count ?? { passed: 1, failed: 0, skipped: 0 }
  return count?.failed ? count : { passed: 0, skipped: 0, ...count, failed: 1 }
}
