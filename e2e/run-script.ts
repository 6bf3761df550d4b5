import { execFile } from 'node:child_process'

/** One of the commands of scripts/ that end, as npm runs it: its exit code and all that it printed. */
export function runScript(name: string, options: string[], env: Record<string, string>) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', `scripts/${name}.ts`, ...options],
      { env: { ...process.env, ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }),
    )
  })
}
