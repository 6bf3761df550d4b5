import { constants } from 'node:os'

/** Milliseconds. Longer than a notification takes at most (10 s to arrive, 8 s to be verified, seldom both). */
const LONGEST = 15_000

/** Milliseconds. Ctrl-C may arrive twice at once: from the terminal, and from npm. */
const SAME_SIGNAL = 500

/**
 * After SIGINT or SIGTERM Next takes no new request and waits for those that run, for ever where a client stalls. This ends
 * the process after LONGEST, or at a second signal: what is still open is closed, and the embedded database ends, too.
 */
export function boundFarewell() {
  /** @type {number | undefined} */
  let begunAt
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    const end = () => process.exit(128 + constants.signals[signal])
    process.on(signal, () => {
      if (begunAt === undefined) {
        begunAt = performance.now()
        setTimeout(() => {
          console.error(`Some requests did not end within ${LONGEST / 1000} s: their connections are closed.`)
          end()
        }, LONGEST).unref()
      } else if (performance.now() - begunAt > SAME_SIGNAL) end()
    })
  }
  endWithNpm()
}

/** npm runs its commands in a shell, which ends at npm's SIGTERM and does not pass it on. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 1_000).unref()
}
