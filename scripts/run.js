import { spawnSync } from 'node:child_process'
import { say } from './say.js'

// for every tool that is started from here
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** Runs a command of this project's own in a shell, its output shown. Throws when it fails. @param {string} command */
export function run(command) {
  const { status, signal } = spawnSync(command, { shell: true, stdio: 'inherit' })
  if (status !== 0)
    throw new Error(
      say(
        `“${command}”失败（${signal ?? status}），原因见上面的输出。`,
        `"${command}" failed (${signal ?? status}); its output above says why.`,
      ),
    )
}
