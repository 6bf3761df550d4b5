// npm start | npm run dev: from a fresh clone to a running shop. Steps that are done already are skipped.
// npm run gateway: the same for the sandbox alone.
import { existsSync } from 'node:fs'
import { build, needsBuild } from './build.js'
import { fail, runCommand } from './command.js'
import { embeddedDatabase } from './embedded.js'
import { generate, install, needsInstall, requireNode } from './install.js'
import { requireFreePort } from './port.js'
import { announceShop } from './running-shops.js'
import { say } from './say.js'

const usage = {
  zh: `npm start -- [--lang zh|en]，或者 npm run dev、npm run gateway

安装、准备数据库、构建并启动网店；做过的不再做。dev：改了源码自动重新加载。gateway：没有店，
只有支付宝沙箱，给别的程序用；端口 PORT（3100）和 DATABASE_PORT（54330）写在命令前面，不读 .env。
设置写在环境变量或 .env 里，见 .env.example。`,
  en: `npm start -- [--lang zh|en], or npm run dev, npm run gateway

Installs, prepares the database, builds and serves the shop; what is done already is skipped. dev: serves with reloading.
gateway: no shop, only the sandbox of Alipay for other programs; its ports are PORT (3100) and DATABASE_PORT (54330) of the
environment, and it does not read .env.
Settings are environment variables or lines of .env: see .env.example.`,
}

const MODES = ['', 'dev', 'gateway']

void runCommand({ usage, accepts: (names) => MODES.includes(names.join(' ')) }, async ({ names }) => {
  const development = names.includes('dev')
  const isGatewayAlone = names.includes('gateway')
  requireNode()
  if (isGatewayAlone) useGatewaySettings()
  else if (existsSync('.env')) process.loadEnvFile('.env')
  tellPlan(development)
  install()
  generate()

  // these need the packages just installed
  const { importTypeScript } = await import('./import-typescript.js')
  const { hasProducts } = await import('./has-products.js')
  const { migrate } = await import('./migrate.js')
  /** @type {typeof import('../lib/env')} */
  const { parseEnv } = importTypeScript('lib/env.ts')

  const settings = parseEnv(process.env)
  await requireFreePort(settings.port, settings.host)
  // React reads it when it is imported: `node` alone leaves it unset, and a shell may have set it otherwise
  Object.assign(process.env, { NODE_ENV: development ? 'development' : 'production' })
  const [databaseUrl, { serve }] = await Promise.all([
    settings.databaseUrl ?? startDatabase(settings.databasePort),
    import('./server.js'), // Next, which takes as long to load
  ])
  process.env.DATABASE_URL = databaseUrl
  for (const name of await migrate(databaseUrl)) console.log(say(`数据库迁移 ${name}`, `migrated ${name}`))
  if (!isGatewayAlone && !(await hasProducts(databaseUrl))) {
    /** @type {typeof import('./seed')} */
    const { seed } = importTypeScript('scripts/seed.ts')
    const { added } = await seed(databaseUrl)
    if (added > 0) console.log(say(`货架上放了 ${added} 种商品`, `put ${added} products on the shelf`))
  }
  if (!development) build()
  if (!isGatewayAlone) announceShop(settings)
  await serve({ ...settings, development })
  return undefined
})

/** The gateway has its own ports, so that it runs beside a shop, and nothing of the shop's account; Next reads .env too. */
function useGatewaySettings() {
  const { PORT = '3100', DATABASE_PORT = '54330' } = process.env
  if (existsSync('.env')) process.loadEnvFile('.env')
  for (const name of Object.keys(process.env))
    if (/^(ALIPAY_|SHOP_URL$|DATABASE_URL$|HOST$)/.test(name)) process.env[name] = ''
  Object.assign(process.env, { PORT, DATABASE_PORT, ALIPAY_SANDBOX: 'alone' })
}

/** Prints what a first start is going to do; nothing when all is done already. @param {boolean} development */
function tellPlan(development) {
  const steps = [
    needsInstall() && say('安装软件包（1 到 2 分钟）', 'install the packages (1 to 2 minutes)'),
    !existsSync('data') &&
      !process.env.DATABASE_URL &&
      say('建数据库（几秒）', 'make the database (seconds)'),
    !development && needsBuild() && say('构建网店（1 到 3 分钟）', 'build the shop (1 to 3 minutes)'),
  ].filter(Boolean)
  if (steps.length === 0) return
  console.log(
    say(
      `这次启动要先${steps.join('、')}。做过的下次不再做，几秒就能启动。`,
      `This start has to ${steps.join(', ')}. What is done is not done again: the next start takes seconds.`,
    ),
  )
}

/** @param {number} port */
async function startDatabase(port) {
  if (!existsSync(`data/${port}`))
    console.log(say(`建数据库 data/${port}（几秒）……`, `Making the database data/${port} (seconds) ...`))
  const { url, ended } = await embeddedDatabase(port)
  ended.then(([code, signal]) =>
    fail(
      new Error(
        say(`自带的数据库结束了（${signal ?? code}）。`, `The embedded database ended (${signal ?? code}).`),
      ),
    ),
  )
  return url
}
