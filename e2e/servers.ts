import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const READY = /^担保 Danbao is ready: (\S+)/

/**
 * Everything lib/env.ts reads, emptied: neither the shell nor a .env file decides what is tested. The commands speak
 * English unless a test says otherwise.
 */
export const UNSET: Record<string, string> = Object.fromEntries([
  ['LC_ALL', 'C'],
  ...[
    ...['HOST', 'SHOP_URL', 'DATABASE_URL', 'ALIPAY_GATEWAY_URL', 'ALIPAY_PARTNER', 'ALIPAY_KEY'],
    ...['ALIPAY_SELLER_EMAIL', 'ALIPAY_MAINNAME', 'ALIPAY_INPUT_CHARSET', 'ALIPAY_SIGN_TYPE'],
    ...['ALIPAY_NOTIFY_URL', 'ALIPAY_RETURN_URL', 'ALIPAY_SHOW_URL', 'ALIPAY_SANDBOX', 'LOG_FILE'],
    ...['LOG_UNPROVEN_DAYS', 'LOG_UNPROVEN_ROWS', 'MERCHANT_EMAIL', 'TRUSTED_PROXIES'],
  ].map((name) => [name, '']),
])

export interface ServerOptions {
  port: number
  databasePort: number
  env?: Record<string, string>
  /** Where the program lies: here, or in another clone. */
  folder?: string
}

/** `npm start` with these settings. Throws with its output when it ends before it is ready. */
export async function startServer({ port, databasePort, env = {}, folder = '.' }: ServerOptions) {
  const child = spawn(process.execPath, [join(folder, 'scripts/start.js')], {
    env: { ...process.env, ...UNSET, PORT: String(port), DATABASE_PORT: String(databasePort), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close') // the pipes are closed when its database, too, has ended
  let output = ''
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', (line) => {
        output += `${line}\n`
        const url = READY.exec(line)?.[1]
        if (url) resolve(url)
      })
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const url = await Promise.race([
    ready,
    ended.then(([code]) => {
      throw new Error(`The server ended with code ${code} before it was ready:\n${output}`)
    }),
  ])
  return { url, output: () => output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** The next server on this database port begins with an empty database. None may be running on it. */
export function emptyDatabase(databasePort: number) {
  rmSync(`data/${databasePort}`, { recursive: true, force: true })
}
