// npm run db:studio [-- --port 5556]: the shop's tables in a browser, beside the running shop or without it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseEnv } from '../lib/env'
import { adoptShop } from './adopt-shop.js'
import { runCommand } from './command.js'
import { openDatabase } from './open-database'

const usage = {
  zh: `npm run db:studio -- [--port 5556] [--browser none] [--lang zh|en]

在浏览器里看数据表（Prisma Studio），店开着关着都行。--browser none 不打开浏览器。`,
  en: `npm run db:studio -- [--port 5556] [--browser none] [--lang zh|en]

Shows the tables in a browser (Prisma Studio), beside the running shop or without it. --browser none opens none.`,
}

void runCommand(
  { usage, options: { port: { type: 'string' }, browser: { type: 'string' } } },
  async ({ values: { port, browser } }) => {
    await adoptShop()
    const database = await openDatabase(parseEnv(process.env))
    const options = [
      ...['studio', '--config', 'prisma/shop.config.ts'],
      ...(port ? ['--port', port] : []),
      ...(browser ? ['--browser', browser] : []),
    ]
    const studio = spawn('node', ['node_modules/prisma/build/index.js', ...options], {
      env: { ...process.env, DATABASE_URL: database.url },
      stdio: 'inherit',
    })
    process.on('exit', () => studio.kill())
    process.on('SIGINT', () => {}) // reaches Studio, too; when that has ended, so has this
    const [code] = await once(studio, 'exit')
    await database.stop()
    return code ?? 0
  },
)
