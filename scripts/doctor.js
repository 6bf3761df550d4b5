// npm run doctor [-- --lang en]: what is wrong with this installation. Exit code 0: nothing; 1: warnings; 2: errors.
import { adoptShop } from './adopt-shop.js'
import { runCommand } from './command.js'
import { importTypeScript } from './import-typescript.js'
import { cliLanguage } from './say.js'

const usage = {
  zh: `npm run doctor -- [--lang zh|en]

检查设置、数据库、网关和页面，列出需人工确认的。结束码 0：没有问题；1：有警告；2：有错误。`,
  en: `npm run doctor -- [--lang zh|en]

Checks settings, database, gateway and pages, and lists what to check by hand. Exit code 0: all is well; 1: warnings; 2: errors.`,
}

void runCommand({ usage, failure: 2 }, async () => {
  await adoptShop()
  /** @type {typeof import('../lib/doctor/examine')} */
  const { diagnose } = importTypeScript('lib/doctor/examine.ts')
  const { text, code } = await diagnose(process.env, cliLanguage())
  process.stdout.write(text)
  return code
})
