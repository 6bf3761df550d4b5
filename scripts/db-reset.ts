// npm run db:reset -- --yes [--bare]: empties the shop and the sandbox, and fills the shelf as at the first start.
import pg from 'pg'
import { runCommand } from './command.js'
import { migrate } from './migrate.js'
import { say } from './say.js'
import { seed } from './seed'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run db:reset -- --yes [--bare] [--lang zh|en]

删掉店和沙箱的所有订单、消息、账户和商品，回到第一次启动的样子。店要先停下来。--bare 连数据表和商品也不建，留给 db:restore。`,
  en: `npm run db:reset -- --yes [--bare] [--lang zh|en]

Deletes every order, message, account and product of the shop and the sandbox, and begins anew. Stop the shop first.
--bare leaves neither tables nor products, for db:restore.`,
}

const options = { yes: { type: 'boolean' }, bare: { type: 'boolean' } } as const

void runCommand({ usage, options }, ({ values: { yes, bare } }) =>
  withDatabase(async ({ url, place, isInUse }) => {
    if (isInUse)
      throw new Error(
        say(
          '店正在用这个数据库。先停掉它，再来一次。',
          'The shop is running on this database. Stop it first, then run this again.',
        ),
      )
    if (!yes)
      throw new Error(
        say(
          `这会删掉 ${place} 里的所有订单、消息、账户和商品。确定就用：npm run db:reset -- --yes`,
          `This deletes every order, message, account and product in ${place}. To do so: npm run db:reset -- --yes`,
        ),
      )
    await empty(url)
    if (bare) {
      console.log(
        say(
          `${place} 已经空了：现在可以 npm run db:restore`,
          `${place} is empty: ready for npm run db:restore`,
        ),
      )
      return 0
    }
    await migrate(url)
    const { added } = await seed(url)
    console.log(
      say(
        `${place} 已经和第一次启动时一样，货架上有 ${added} 种商品；下次 npm start 会显示后台的新密码。`,
        `${place} is as at the first start, with ${added} products; the next npm start prints a new password for the back office.`,
      ),
    )
    return 0
  }),
)

/** Drops the two schemas of this project, and nothing else that may live in the database. */
async function empty(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('DROP SCHEMA IF EXISTS "shop" CASCADE; DROP SCHEMA IF EXISTS "sandbox" CASCADE')
  } finally {
    await client.end()
  }
}
