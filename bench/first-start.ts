import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import type { Figure } from './figure'

const SETTINGS = { PORT: '13193', DATABASE_PORT: '15493', CI: '' }
const READY = /^担保 Danbao is ready/

/** `npm start` in a new clone of the last commit, with npm's cache as it is; the seconds of each line that it prints. */
export async function firstStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'danbao-clone-'))
  try {
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${process.cwd()}`, folder])
    const started = performance.now()
    const child = spawn('npm', ['start', '--', '--lang', 'en'], {
      cwd: folder,
      env: { ...process.env, ...SETTINGS, DATABASE_URL: undefined },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    const ended = once(child, 'exit')
    for await (const line of createInterface(child.stdout)) {
      const seconds = (performance.now() - started) / 1000
      console.log(`    ${seconds.toFixed(1).padStart(6)} s  ${line}`)
      if (READY.test(line)) break
    }
    const seconds = (performance.now() - started) / 1000
    process.kill(-(child.pid ?? 0), 'SIGTERM')
    await ended
    const megabytes = (path: string) =>
      Number(/^\d+/.exec(execFileSync('du', ['-sm', join(folder, path)]).toString())?.[0])
    const from = `node_modules ${megabytes('node_modules')} MB, .next ${megabytes('.next')} MB, data ${megabytes('data')} MB`
    return [
      { name: 'first npm start of a clone (s)', most: 75, value: seconds, from: 'by the lines above' },
      { name: 'first npm start of a clone (MB on disk)', most: 700, value: megabytes('.'), from },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
