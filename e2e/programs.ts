import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const PRELOAD = new URL('end-with-parent.js', import.meta.url).href

/**
 * Everything that lib/env.ts reads, emptied: neither the shell nor a .env file changes what is tested. The commands print
 * English unless a test says otherwise.
 */
const UNSET: Record<string, string> = Object.fromEntries([
  ['LC_ALL', 'C'],
  ...[
    ...['HOST', 'SHOP_URL', 'DATABASE_URL', 'ALIPAY_GATEWAY_URL', 'ALIPAY_PARTNER', 'ALIPAY_KEY'],
    ...['ALIPAY_SELLER_EMAIL', 'ALIPAY_MAINNAME', 'ALIPAY_INPUT_CHARSET', 'ALIPAY_SIGN_TYPE'],
    ...['ALIPAY_APP_ID', 'ALIPAY_APP_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY', 'ALIPAY_PRODUCT'],
    ...['ALIPAY_NOTIFY_URL', 'ALIPAY_RETURN_URL', 'ALIPAY_SHOW_URL', 'ALIPAY_SANDBOX', 'LOG_FILE'],
    ...[
      'ALIPAY_KEY_OLD',
      'ALIPAY_KEY_OLD_UNTIL',
      'LOG_UNPROVEN_DAYS',
      'LOG_UNPROVEN_ROWS',
      'MERCHANT_EMAIL',
      'TRUSTED_PROXIES',
    ],
  ].map((name) => [name, '']),
])

/** Milliseconds from SIGTERM to SIGKILL. */
const FAREWELL_MS = 30_000

const running = new Set<Program>()

export interface Program {
  child: ChildProcess
  /** Resolves when it and all that it started have closed their output: its exit code, null after a signal. */
  ended: Promise<number | null>
}

/**
 * Starts a program of this repository, JavaScript or TypeScript, with these settings and no others. It ends with the test
 * that started it at the latest, unless it is kept.
 */
export function startProgram(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
  { ownGroup = false } = {},
): Program {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : []
  const child = spawn(process.execPath, ['--import', PRELOAD, ...loader, file, ...args], {
    env: { ...process.env, ...UNSET, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // the channel closes with this process
    detached: ownGroup,
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const program = { child, ended }
  running.add(program)
  void ended.then(() => running.delete(program))
  return program
}

/** The program ends with the worker, not with the test that started it. */
export const keep = (program: Program) => void running.delete(program)

/** Ends the programs that the test has started and not ended itself. */
export async function endPrograms() {
  await Promise.all(Array.from(running, end))
}

async function end({ child, ended }: Program) {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS)
  await ended
  clearTimeout(timer)
}
