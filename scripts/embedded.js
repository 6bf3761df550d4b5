import { fork } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts scripts/database.js in a process of its own. It ends with this one, however this one ends.
 * @param {number} port of 127.0.0.1; the data lie in data/<port>
 */
export async function embeddedDatabase(port) {
  const child = fork(new URL('./database.js', import.meta.url), [String(port)])
  const ended = once(child, 'exit')
  const [answer] = await Promise.race([once(child, 'message'), ended.then(() => [{ refused: 'it ended' }])])
  if (answer.refused)
    throw new Error(
      `The embedded database cannot have port ${port} (${answer.refused}). If the shop is running already, ` +
        'use or stop that one; otherwise set DATABASE_PORT, or DATABASE_URL to a PostgreSQL of your own.',
    )
  child.unref()
  child.channel?.unref()
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    ended,
    async stop() {
      child.ref()
      child.disconnect()
      await ended
    },
  }
}
