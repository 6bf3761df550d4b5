import { execFile } from 'node:child_process'
import { UNSET } from './servers'

/** One of the commands of scripts/, as npm runs it, with these settings and no others. */
export const run = (command: string, options: string[] = [], env: Record<string, string> = {}) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', `scripts/${command}`, ...options],
      { env: { ...process.env, ...UNSET, ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    )
  })
