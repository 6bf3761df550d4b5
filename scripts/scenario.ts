// npm run scenario -- NAME: plays a life of a trade against a running shop, over HTTP only. Without a name: the list.
import { parseEnv } from '../lib/env'
import { differences } from '../scenarios/differences'
import { httpBuyer, httpMerchant } from '../scenarios/http-buyer'
import { play } from '../scenarios/play'
import { hasMerchant, listLessons, listScenarios, readScenario } from '../scenarios/scenario'
import { adoptShop } from './adopt-shop.js'
import { runCommand } from './command.js'
import { cliLanguage, say } from './say.js'

const usage = {
  zh: `npm run scenario -- [名字] [--lang zh|en]

在运行着的店里演一遍交易的一种经过，显示往来的消息。不写名字：列出所有的。open- 开头的要用开放平台的店
（ALIPAY_APP_ID），商家出场的还要 MERCHANT_PASSWORD。`,
  en: `npm run scenario -- [NAME] [--lang zh|en]

Plays one life of a trade against the running shop and prints what was sent. Without a name: the list. Those that begin with
open- need a shop of the open platform (ALIPAY_APP_ID), and those with the merchant in them MERCHANT_PASSWORD.`,
}

void runCommand({ usage, accepts: (names) => names.length <= 1 }, async ({ names: [name] }) => {
  if (name === undefined) {
    console.log(list())
    return 0
  }
  if (!allNames().includes(name)) {
    console.error(
      `${say(`没有叫 ${name} 的，有这些：`, `There is no scenario ${name}. There are:`)}\n\n${list()}`,
    )
    return 2
  }
  return run(name)
})

function allNames() {
  return [...listScenarios(), ...listLessons()]
}

function list() {
  return allNames()
    .map((name) => `${name.padEnd(32)} ${readScenario(name).title[cliLanguage()]}`)
    .join('\n')
}

async function run(name: string) {
  const scenario = readScenario(name)
  const shopUrl = (await adoptShop({ database: false }))?.shopUrl ?? parseEnv(process.env).shopUrl
  await requireShop(shopUrl)
  const buyer = httpBuyer(shopUrl)
  const merchant = hasMerchant(scenario) ? await signedIn(shopUrl) : undefined
  console.log(scenario.title[cliLanguage()])
  const { orderNo, gateway } = await play(scenario, { buyer, merchant }, (step) => console.log(`  ${step}`))
  const left = await differences(scenario, { orderNo, gateway, buyer })
  console.log((await buyer.read(`/orders/${orderNo}/trace.txt`, cliLanguage())) ?? '')
  console.log(`${shopUrl}/orders/${orderNo}`)
  for (const { name, found, told } of left)
    console.error(
      say(`✗ ${name} 是 ${found}，应该是 ${told}`, `✗ ${name} is ${found}, and should be ${told}`),
    )
  if (left.length > 0) return 1
  console.log(say(`✓ 结局正如所说：${scenario.end.state}`, `✓ ends as told: ${scenario.end.state}`))
  return 0
}

async function signedIn(shopUrl: string) {
  const password = process.env.MERCHANT_PASSWORD
  if (!password)
    throw new Error(
      say(
        '这一出里商家要登录后台：把 MERCHANT_PASSWORD 设成商家的密码（npm run merchant:password 可以另设一个）。',
        'In this one the merchant signs in: set MERCHANT_PASSWORD to the password (npm run merchant:password sets a new one).',
      ),
    )
  return httpMerchant(shopUrl, parseEnv(process.env).merchantEmail, password)
}

async function requireShop(shopUrl: string) {
  const answer = await fetch(shopUrl).catch(() => undefined)
  if (!answer?.ok)
    throw new Error(
      say(
        `${shopUrl} 没有店应答：在另一个终端用 npm start 启动，或者把 SHOP_URL（或 PORT）设成店所在的地址。`,
        `No shop answers at ${shopUrl}: start one with npm start in another terminal, or set SHOP_URL (or PORT) to where it runs.`,
      ),
    )
}
