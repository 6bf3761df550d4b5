// npm run db:backup [-- FILE]: all of the shop and its sandbox in one file, also while the shop runs.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { backUp } from './backup'
import { runCommand } from './command.js'
import { say } from './say.js'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run db:backup -- [文件] [--lang zh|en]

把店和沙箱的全部内容写进一个文件（默认在 data/backups/），是同一时刻的样子，店开着也可以。自带的数据库在这期间让店等着。
文件里有买家的地址和密码的摘要：请妥善保管。没有安全校验码（ALIPAY_KEY）和 .env，请另外保管。`,
  en: `npm run db:backup -- [FILE] [--lang zh|en]

Writes all of the shop and the sandbox into one file (by default in data/backups/), as it is at one moment, also while the
shop runs; the embedded database lets the shop wait meanwhile. The file has the buyers' addresses and the digests of
passwords: keep it safe. It has neither the gateway's key (ALIPAY_KEY) nor .env: keep them elsewhere.`,
}

void runCommand({ usage, accepts: ({ length }) => length <= 1 }, ({ names }) =>
  withDatabase(
    async ({ url, place }) => {
      const file = names[0] ?? `data/backups/${new Date().toISOString().replace(/\..*|[-:]/g, '')}.jsonl.gz`
      if (existsSync(file))
        throw new Error(say(`${file} 已经有了，不覆盖`, `${file} is there already, and is not overwritten`))
      mkdirSync(dirname(file), { recursive: true })
      const rows = await backUp(url, file)
      const kilobytes = Math.ceil(statSync(file).size / 1024)
      console.log(
        say(
          `${place}：${rows} 行写进了 ${file}（${kilobytes} KB）`,
          `${place}: wrote ${rows} rows to ${file} (${kilobytes} KB)`,
        ),
      )
      return 0
    },
    { migrates: false },
  ),
)
