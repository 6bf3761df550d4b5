import { existsSync } from 'node:fs'
import { databasePorts } from './embedded.js'
import { runningShops } from './running-shops.js'
import { say } from './say.js'

/**
 * Makes this command use the running shop of this folder. Its own environment comes first, then the addresses of the
 * running shop, then .env, then the account of the running shop. Says on standard error which shop it is.
 * Throws when only the shop knows its database.
 * @param {{ database?: boolean }} [needs] whether the command reads or writes the database (true)
 * @returns {Promise<import('./running-shops.js').RunningShop | undefined>}
 */
export async function adoptShop({ database = true } = {}) {
  const running = await runningShops()
  const [shop, ...others] = running.filter(isMeant)
  if (shop) {
    fill({ PORT: String(shop.port), HOST: shop.host, SHOP_URL: shop.shopUrl })
    if (shop.databasePort !== null) {
      fill({ DATABASE_PORT: String(shop.databasePort) })
      process.env.DATABASE_URL ??= '' // .env does not overwrite what is set
    }
  }
  if (existsSync('.env')) process.loadEnvFile?.('.env') // an older Node has no loadEnvFile; requireNode() refuses it later
  if (!shop) {
    console.error(noShop(running))
    return
  }
  fill(shop.settings)
  if (database && shop.databasePort === null && !process.env.DATABASE_URL)
    throw new Error(
      say(
        `店 ${shop.shopUrl} 用的是 DATABASE_URL 里的数据库，这条命令没有得到它：请设同样的 DATABASE_URL`,
        `The shop ${shop.shopUrl} has its database from a DATABASE_URL that this command was not given: set the same`,
      ),
    )
  console.error(introduction(shop, others))
  return shop
}

/** Whether a shop matches the environment. @param {import('./running-shops.js').RunningShop} shop */
function isMeant({ port, shopUrl, databasePort }) {
  const { PORT, SHOP_URL, DATABASE_PORT, DATABASE_URL } = process.env
  return (
    (!PORT || Number(PORT) === port) &&
    (!SHOP_URL || (URL.canParse(SHOP_URL) && new URL(SHOP_URL).origin === shopUrl)) &&
    (!DATABASE_PORT || databasePort === null || Number(DATABASE_PORT) === databasePort) &&
    (!DATABASE_URL || databasePort === null)
  )
}

/** @param {Record<string, string>} settings */
function fill(settings) {
  for (const [name, value] of Object.entries(settings)) process.env[name] ||= value
}

/** @param {import('./running-shops.js').RunningShop} shop @param {import('./running-shops.js').RunningShop[]} others */
function introduction({ pid, shopUrl, databasePort }, others) {
  const database = databasePort === null ? 'DATABASE_URL' : `data/${databasePort}`
  return (
    say(
      `店 ${shopUrl}（进程 ${pid}），数据库 ${database}`,
      `Shop ${shopUrl} (process ${pid}), database ${database}`,
    ) +
    (others.length > 0
      ? say(
          `。这是最近启动的一家；另外还有 ${portsOf(others)}，用 PORT 来选`,
          `. It is the one started last; to choose another, set ${portsOf(others)}`,
        )
      : '')
  )
}

/** @param {import('./running-shops.js').RunningShop[]} shops */
const portsOf = (shops) => shops.map(({ port }) => `PORT=${port}`).join(say('、', ', '))

/** @param {import('./running-shops.js').RunningShop[]} others */
function noShop(others) {
  if (others.length > 0)
    return say(
      `没有这些设置的店在运行；这个目录里运行的是 ${portsOf(others)}`,
      `No shop with these settings is running; those of this folder that run have ${portsOf(others)}`,
    )
  const { DATABASE_URL, DATABASE_PORT } = process.env
  const nothing = say('这个目录里没有店在运行', 'No shop of this folder is running')
  const ports = databasePorts()
  if (DATABASE_URL || DATABASE_PORT || ports.length === 0 || ports.includes(54329)) return nothing
  return say(
    `${nothing}；data/ 里有端口 ${ports.join('、')} 的数据库，用 DATABASE_PORT 来选`,
    `${nothing}; data/ has databases of the ports ${ports.join(', ')}: choose one with DATABASE_PORT`,
  )
}
