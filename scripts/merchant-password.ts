// npm run merchant:password: a new password for the back office, beside the running shop or without it.
import { parseEnv } from '../lib/env'
import { adoptShop } from './adopt-shop.js'
import { runCommand } from './command.js'
import { openDatabase } from './open-database'
import { say } from './say.js'

const usage = {
  zh: `npm run merchant:password -- [--lang zh|en]

给后台的账户一个新密码，只显示这一次；旧密码和已有的登录随即失效。`,
  en: `npm run merchant:password -- [--lang zh|en]

Gives the back office's account a new password, shown only now. The old one and all sessions end.`,
}

void runCommand({ usage }, async () => {
  await adoptShop()
  const settings = parseEnv(process.env)
  const database = await openDatabase(settings)
  process.env.DATABASE_URL = database.url
  // reads DATABASE_URL
  const { renewMerchantPassword } = await import('../lib/accounts/merchant-account')
  const { db } = await import('../lib/db')
  const password = await renewMerchantPassword()
  await db().$disconnect()
  await database.stop()
  console.log(
    say(
      `商家后台：用 ${settings.merchantEmail} 和密码 ${password} 登录（只显示这一次）`,
      `Back office: sign in as ${settings.merchantEmail} with the password ${password} (shown only now)`,
    ),
  )
  return 0
})
