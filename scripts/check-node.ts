/**
 * npm run check:node24: starts the shop and buys once on another Node than the installed one. package.json chooses the Node
 * that runs this file; the argument is the major version that it must have.
 */
import { run } from '../e2e/command'
import { emptyDatabase, startServer } from '../e2e/servers'
import { build } from './build.js'
import { runCommand } from './command.js'
import { say } from './say.js'

const SEAT = { port: 13197, databasePort: 15497 }

const SYNTAX = 'npm run check:node24 -- [--lang zh|en]'
const usage = { zh: SYNTAX, en: SYNTAX }

void runCommand({ usage, accepts: ({ length }) => length === 1 }, async ({ names: [major] }) => {
  if (process.versions.node.split('.')[0] !== major)
    throw new Error(say(`这里是 Node ${process.version}`, `This is Node ${process.version}`))
  build()
  emptyDatabase(SEAT.databasePort)
  const shop = await startServer(SEAT)
  const played = await run('scenario.ts', ['paid-shipped-confirmed'], { PORT: String(SEAT.port) })
  await shop.stop()
  emptyDatabase(SEAT.databasePort)
  if (played.code !== 0) throw new Error(`Node ${process.version}:\n${shop.output()}\n${played.output}`)
  console.log(
    say(
      `Node ${process.version}：店启动了，买了一次`,
      `Node ${process.version}: the shop started and sold once`,
    ),
  )
  return 0
})
