// npm run db:restore -- FILE: puts a file of db:backup into an empty database.
import { existsSync } from 'node:fs'
import { restore } from './backup'
import { runCommand } from './command.js'
import { say } from './say.js'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run db:restore -- 文件 [--lang zh|en]

把 db:backup 的文件恢复到空的数据库里：DATABASE_URL 的，没有设就是自带的（没有就新建）。要么全部，要么什么也不做；
旧版本的备份会更新到这个版本。数据库不是空的就拒绝。`,
  en: `npm run db:restore -- FILE [--lang zh|en]

Puts a file of db:backup into an empty database: that of DATABASE_URL, otherwise the embedded one, which is made where
there is none. All of it or nothing; a backup of an older version is brought to this one. Refuses a database with rows.`,
}

void runCommand({ usage, accepts: ({ length }) => length === 1 }, ({ names: [file = ''] }) => {
  if (!existsSync(file)) throw new Error(say(`没有这个文件：${file}`, `There is no file ${file}`))
  return withDatabase(
    async ({ url, place, isInUse }) => {
      if (isInUse)
        throw new Error(
          say(
            '店正在用这个数据库。先停掉它，再来一次。',
            'The shop is running on this database. Stop it first, then run this again.',
          ),
        )
      const rows = await restore(url, file)
      console.log(
        say(
          `${place}：从 ${file} 恢复了 ${rows} 行。现在可以 npm start`,
          `${place}: restored ${rows} rows from ${file}. Now npm start`,
        ),
      )
      return 0
    },
    { create: true, migrates: false },
  )
})
