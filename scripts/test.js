// npm test: everything, from a fresh clone. The last line is `N passed, N failed` (and `, N skipped`).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { runCommand } from './command.js'
import { generate, install, requireNode } from './install.js'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** The process groups of the commands that run now. @type {Set<number>} */
const groups = new Set()
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
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      for (const group of groups) endGroup(group, interrupted ? 'SIGKILL' : 'SIGINT')
      interrupted = true
    })

  const reports = mkdtempSync(join(tmpdir(), 'danbao-tests-'))
  const unitReport = join(reports, 'unit.json')
  const e2eReport = join(reports, 'e2e.json')

  const [checked, units] = await Promise.all([
    checks('npm run --silent lint', 'npm run --silent types'),
    suite(
      `npm run --silent unit -- --reporter=default --reporter=json --outputFile.json="${unitReport}"`,
      unitReport,
      ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
        passed: numPassedTests,
        failed: numFailedTests,
        skipped: numPendingTests + numTodoTests,
      }),
    ),
  ])
  const counts = [
    ...checked,
    units,
    await suite('npm run --silent e2e -- --reporter=list,json', e2eReport, ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    })),
  ]
  rmSync(reports, { recursive: true })

  const total = (/** @type {keyof Count} */ kind) => counts.reduce((sum, count) => sum + count[kind], 0)
  console.log(
    `${total('passed')} passed, ${total('failed')} failed` +
      (total('skipped') ? `, ${total('skipped')} skipped` : ''),
  )
  return total('failed') === 0
}

/** Runs commands that count as one test each, one after the other; the output of each is printed when it has ended. @param {string[]} commands */
async function checks(...commands) {
  const counts = []
  for (const command of commands) {
    const ok = await succeeds(command, 'pipe')
    counts.push({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })
  }
  return counts
}

/**
 * Runs a command that counts its tests in a JSON report. When it fails without a failed test, or without a report, it has
 * crashed, which counts as one failure.
 * @param {string} command @param {string} report @param {(report: any) => Count} read @returns {Promise<Count>}
 */
async function suite(command, report, read) {
  const ok = await succeeds(command, 'inherit', report)
  const count = readReport(report, read) ?? { passed: 0, failed: 0, skipped: 0 }
  return ok || count.failed ? count : { ...count, failed: 1 }
}

/** @param {string} report @param {(report: any) => Count} read */
function readReport(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return undefined
  }
}

/** @param {string} command @param {'inherit' | 'pipe'} output @param {string} [report] the file for Playwright's JSON */
async function succeeds(command, output, report) {
  if (interrupted) return false
  console.log(`\n> ${command}`)
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const child = spawn(command, { shell: true, stdio: ['ignore', output, output], env, detached: true })
  const group = child.pid ?? 0
  groups.add(group)
  const said = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''))
  const [code] = await once(child, 'close')
  groups.delete(group)
  const [out, complaints] = await Promise.all(said)
  if (output === 'pipe') console.log(`\n${code === 0 ? '✓' : '✗'} ${command}\n${out}${complaints}`)
  return code === 0
}

/** @param {number} group @param {NodeJS.Signals} signal */
function endGroup(group, signal) {
  try {
    process.kill(-group, signal)
  } catch {
    // the group has ended
  }
}
