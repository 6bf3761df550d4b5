import { existsSync } from 'node:fs'
import pg from 'pg'
import { type Env, parseEnv } from '../lib/env'
import { adoptShop } from './adopt-shop.js'
import { databasePorts, embeddedDatabase, runsHere } from './embedded.js'
import { migrate } from './migrate.js'
import { say } from './say.js'

interface Opened {
  settings: Env
  url: string
  /** What it is called at the command line: its folder, or the server without the password. */
  place: string
  /** A shop runs on it. */
  isInUse: boolean
  /** The migrations that were applied to it just now. */
  migrated: string[]
}

/**
 * Runs a command on the database of the running shop, or of the settings: that of DATABASE_URL, or the embedded one, which
 * is started for the moment where no shop has it. Makes an empty database only where `create` allows it, and brings its
 * tables to this version unless `migrates` is false. Throws, saying what to do, where there is none, where it does not
 * answer, and where what answers on its port is not of this folder.
 */
export async function withDatabase(
  work: (opened: Opened) => Promise<number>,
  { create = false, migrates = true } = {},
) {
  const shop = await adoptShop()
  const settings = parseEnv(process.env)
  const { databaseUrl, databasePort: port } = settings
  const url = databaseUrl ?? `postgresql://postgres@127.0.0.1:${port}/postgres`
  const place = databaseUrl ? withoutPassword(databaseUrl) : `data/${port}`
  const isRunning = databaseUrl !== undefined || (await answers(url)) // migrate tells why a server does not answer
  if (isRunning && !databaseUrl && !runsHere(port))
    throw new Error(
      say(
        `端口 ${port} 上应答的不是这个目录的数据库，可能是另一份克隆的：请设 DATABASE_PORT`,
        `What answers on port ${port} is no database of this folder, perhaps another clone's: set DATABASE_PORT`,
      ),
    )
  if (!isRunning) requireFolder(port, create)
  const started = isRunning ? undefined : await embeddedDatabase(port)
  if (databaseUrl || started) console.error(say(`数据库 ${place}`, `Database ${place}`))
  try {
    process.env.DATABASE_URL = url // for lib/db.ts
    const migrated = migrates ? await migrate(url) : []
    const isInUse = shop !== undefined || (isRunning && !databaseUrl)
    return await work({ settings, url, place, isInUse, migrated })
  } finally {
    await started?.stop()
  }
}

function requireFolder(port: number, create: boolean) {
  if (existsSync(`data/${port}`)) return
  const others = databasePorts()
  if (create && (others.length === 0 || process.env.DATABASE_PORT))
    return console.log(say(`新建数据库 data/${port}`, `Making the database data/${port}`))
  throw new Error(
    others.length > 0
      ? say(
          `没有店在运行，也没有数据库 data/${port}；data/ 里有端口 ${others.join('、')} 的：请设 DATABASE_PORT`,
          `No shop is running and there is no database data/${port}, but data/ has those of the ports ${others.join(', ')}: set DATABASE_PORT`,
        )
      : say('还没有数据库：先用 npm start 启动一次', 'There is no database yet: start once with npm start'),
  )
}

function withoutPassword(databaseUrl: string) {
  if (!URL.canParse(databaseUrl)) return 'DATABASE_URL'
  const { host, pathname } = new URL(databaseUrl)
  return host + pathname
}

async function answers(url: string) {
  const client = new pg.Client({ connectionString: url })
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}
