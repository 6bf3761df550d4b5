import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { run } from '../scripts/run.js'

const FOLDER = 'data/empty-app'
const NEXT = 'node_modules/next/dist/bin/next'
const FILES = {
  'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
  'app/page.js': 'export default () => <p>empty</p>',
  // Next would look for these in the folders above, and find the shop's
  'instrumentation.js': 'export const register = () => {}',
  'next.config.mjs': 'export default {}',
}

/** Builds and serves the smallest app of this version of Next: one page with one word. */
export async function serveEmptyPage(port: number) {
  mkdirSync(`${FOLDER}/app`, { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(`${FOLDER}/${name}`, text)
  run(`node ${NEXT} build ${FOLDER}`)
  const server = spawn(process.execPath, [NEXT, 'start', FOLDER, '-p', String(port)], { stdio: 'inherit' })
  const ended = once(server, 'close')
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(url).catch(() => undefined))) {
    if (server.exitCode !== null) throw new Error('The empty page is not served; the output above says why.')
    await wait(100)
  }
  return {
    url,
    async stop() {
      server.kill('SIGKILL') // the connections that Lighthouse leaves open would hold up a stop
      await ended
      rmSync(FOLDER, { recursive: true })
    },
  }
}
