// npm run db:studio [-- --port 5556]: the shop's tables in a browser, beside the running shop or without it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { runCommand } from './command.js'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run db:studio -- [--port 5556] [--browser none] [--lang zh|en]

在浏览器里看数据表（Prisma Studio），店开着关着都行。--browser none 不打开浏览器。`,
  en: `npm run db:studio -- [--port 5556] [--browser none] [--lang zh|en]

Shows the tables in a browser (Prisma Studio), beside the running shop or without it. --browser none opens none.`,
}

void runCommand(
  { usage, options: { port: { type: 'string' }, browser: { type: 'string' } } },
  ({ values: { port, browser } }) =>
    withDatabase(async () => {
      const options = [...(port ? ['--port', port] : []), ...(browser ? ['--browser', browser] : [])]
      const studio = spawn('node', ['node_modules/prisma/build/index.js', 'studio', ...options], {
        stdio: 'inherit',
      })
      process.on('exit', () => studio.kill())
      process.on('SIGINT', () => {}) // the terminal sends it to Studio, too: this command ends when Studio has
      const [code] = await once(studio, 'exit')
      return code ?? 0
    }),
)
