import { constants } from 'node:os'

/** Milliseconds. Longer than a notification usually takes (at most 10 s to arrive and 8 s to be verified). */
const LONGEST = 15_000

/** Milliseconds. Ctrl-C may arrive twice at once: from the terminal, and from npm. */
const SAME_SIGNAL = 500

/**
 * On SIGINT or SIGTERM the server takes no new request, waits for those that run, and the process ends: after LONGEST, or
 * at a second signal, with the connections that are still open. The embedded database ends with the process.
 * @param {import('node:http').Server} server @param {{ close(): Promise<void> }} app Next
 * @param {boolean} development waits for no request: a page's connection for reloading stays open for ever
 */
export function endGracefully(server, app, development) {
  /** @type {number | undefined} */
  let begunAt
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    const end = () => process.exit(128 + constants.signals[signal])
    process.on(signal, async () => {
      if (begunAt !== undefined) {
        if (performance.now() - begunAt > SAME_SIGNAL) end()
        return
      }
      begunAt = performance.now()
      setTimeout(() => {
        console.error(`Some requests did not end within ${LONGEST / 1000} s: their connections are closed.`)
        end()
      }, LONGEST)
      const closed = new Promise((resolve) => server.close(resolve))
      if (!development) await closed
      await app.close()
      end()
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
