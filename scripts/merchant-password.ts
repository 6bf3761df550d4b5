// npm run merchant:password: a new password for the back office, beside the running shop or without it.
import { renewMerchantPassword } from '../lib/accounts/merchant-account'
import { runCommand } from './command.js'
import { say } from './say.js'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run merchant:password -- [--lang zh|en]

给后台的账户一个新密码，只显示这一次；旧密码和已有的登录随即失效。`,
  en: `npm run merchant:password -- [--lang zh|en]

Gives the back office's account a new password, shown only now. The old one and all sessions end.`,
}

void runCommand({ usage }, () =>
  withDatabase(async ({ settings }) => {
    const password = await renewMerchantPassword()
    console.log(
      say(
        `商家后台：用 ${settings.merchantEmail} 和密码 ${password} 登录（只显示这一次）`,
        `Back office: sign in as ${settings.merchantEmail} with the password ${password} (shown only now)`,
      ),
    )
    return 0
  }),
)
