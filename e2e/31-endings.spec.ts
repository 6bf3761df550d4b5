import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isFree } from '../scripts/port.js'
import { startProgram } from './programs'
import { SEATS } from './shops'
import { expect, test } from './test'

/** Runs one of e2e/endings/ends-badly.ts; answers the run, and what its test says it has started. */
function runBadly(how: string) {
  const folder = mkdtempSync(join(tmpdir(), 'danbao-endings-'))
  const told = join(folder, 'told.json')
  const ofThisRun = Object.keys(process.env).filter((name) => /^(TEST_|PLAYWRIGHT_|PW_)/.test(name))
  const env = { ...process.env, ...Object.fromEntries(ofThisRun.map((name) => [name, undefined])) }
  const cli = 'node_modules/@playwright/test/cli.js'
  const options = ['test', '--config', 'e2e/endings/playwright.config.ts', '--reporter', 'line']
  const child = spawn(process.execPath, [cli, ...options], {
    env: { ...env, HOW: how, TELL: told },
    stdio: 'ignore',
    detached: true,
  })
  const ended = once(child, 'exit')
  return {
    child,
    ended,
    async started() {
      const said = () => existsSync(told) && readFileSync(told, 'utf8')
      await expect.poll(said, { timeout: 240_000 }).toBeTruthy() // it starts two shops
      return JSON.parse(readFileSync(told, 'utf8')) as { ports: number[]; pid: number }
    },
    async end() {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

const taken = async (ports: number[]) => {
  const free = await Promise.all(ports.map(isFree))
  return ports.filter((_, index) => !free[index])
}

for (const [how, signal] of [
  ['fails', undefined],
  ['times out', undefined],
  ['hangs', 'SIGINT'],
  ['hangs', 'SIGKILL'],
] as const)
  test(`a test that ${how}${signal ? ` until its run is ended by ${signal}` : ''} leaves no shop and no database running`, async () => {
    const run = runBadly(how)
    try {
      const { ports } = await run.started()
      if (signal) {
        expect(await taken(ports)).toEqual(ports)
        run.child.kill(signal) // to this one process, not to its group
      }
      const [code] = await run.ended
      expect(code).not.toBe(0)
      await expect.poll(() => taken(ports)).toEqual([])
    } finally {
      await run.end()
    }
  })

test('an npm start that is told to end leaves no shop running, though npm does not pass the signal on', async () => {
  const { port, databasePort } = SEATS.refused
  const npm = realpathSync(execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim())
  const { child } = startProgram(npm, ['start'], { PORT: String(port), DATABASE_PORT: String(databasePort) })
  await expect.poll(() => taken([port, databasePort]), { timeout: 240_000 }).toEqual([port, databasePort])
  child.kill('SIGTERM')
  await expect.poll(() => taken([port, databasePort]), { timeout: 30_000 }).toEqual([])
})
