import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAlive } from './running-shops.js'
import { say } from './say.js'

/** The file that holds the process id of scripts/database.js while it runs. @param {number} port */
export const databaseProcessFile = (port) => `data/running/database-${port}`

/** The ports of the databases in data/. */
export const databasePorts = () =>
  existsSync('data')
    ? readdirSync('data')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
    : []

/** Whether the database on a port belongs to this folder, and not to another clone. @param {number} port */
export function runsHere(port) {
  const file = databaseProcessFile(port)
  return existsSync(file) && isAlive(Number(readFileSync(file, 'utf8')))
}

/**
 * Starts scripts/database.js in a process of its own. It ends with this one, however this one ends.
 * @param {number} port of 127.0.0.1; the files are in data/<port>
 */
export async function embeddedDatabase(port) {
  const child = fork(new URL('./database.js', import.meta.url), [String(port)])
  const ended = once(child, 'exit')
  const [answer] = await Promise.race([once(child, 'message'), ended.then(() => [{ refused: 'it ended' }])])
  if (answer.refused)
    throw new Error(
      say(
        `自带的数据库用不了端口 ${port}（${answer.refused}）。店如果已经在运行，就用它或者先停掉它；` +
          '否则请换一个 DATABASE_PORT，或者把 DATABASE_URL 设成自己的 PostgreSQL。',
        `The embedded database cannot have port ${port} (${answer.refused}). If the shop is running already, ` +
          'use or stop that one; otherwise set DATABASE_PORT, or DATABASE_URL to a PostgreSQL of your own.',
      ),
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
