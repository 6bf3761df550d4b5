// npm run db:migrate: applies the migrations that the database does not have yet; npm start does it by itself.
import { runCommand } from './command.js'
import { say } from './say.js'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run db:migrate -- [--lang zh|en]

把店和沙箱的数据表更新到这个版本；设了 DATABASE_URL 就更新那个数据库。`,
  en: `npm run db:migrate -- [--lang zh|en]

Brings the tables of the shop and the sandbox to this version, in the database of DATABASE_URL where that is set.`,
}

void runCommand({ usage }, () =>
  withDatabase(
    async ({ place, migrated }) => {
      for (const name of migrated) console.log(say(`数据库迁移 ${name}`, `migrated ${name}`))
      console.log(
        say(
          `${place}：应用了 ${migrated.length} 个迁移，已是这个版本的`,
          `${place}: applied ${migrated.length} migrations, and is of this version`,
        ),
      )
      return 0
    },
    { create: true },
  ),
)
