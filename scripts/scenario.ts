// npm run scenario -- NAME: plays a life of a trade against a running shop, over HTTP only. Without a name: the list.
import { parseEnv } from '../lib/env'
import { receiveOverdue } from '../lib/orders/change-order'
import { differences } from '../scenarios/differences'
import { httpBuyer, httpMerchant } from '../scenarios/http-buyer'
import { type LetDaysPass, play } from '../scenarios/play'
import {
  hasMerchant,
  listLessons,
  listScenarios,
  readScenario,
  type Scenario,
  waits,
} from '../scenarios/scenario'
import { adoptShop } from './adopt-shop.js'
import { runCommand } from './command.js'
import { cliLanguage, say } from './say.js'
import { withDatabase } from './with-database'

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
  const scenario = readScenario(name)
  if (waits(scenario)) return withDatabase(({ settings }) => run(scenario, settings.shopUrl))
  return run(scenario, (await adoptShop({ database: false }))?.shopUrl ?? parseEnv(process.env).shopUrl)
})

function allNames() {
  return [...listScenarios(), ...listLessons()]
}

function list() {
  return allNames()
    .map((name) => `${name.padEnd(32)} ${readScenario(name).title[cliLanguage()]}`)
    .join('\n')
}

async function run(scenario: Scenario, shopUrl: string) {
  await requireShop(shopUrl)
  const buyer = httpBuyer(shopUrl)
  const merchant = hasMerchant(scenario) ? await signedIn(shopUrl) : undefined
  console.log(scenario.title[cliLanguage()])
  const players = { buyer, merchant, letDaysPass: waits(scenario) ? letDaysPass : undefined }
  const { orderNo, gateway } = await play(scenario, players, (step) => console.log(`  ${step}`))
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

/** The shop's clock cannot be moved, so this does now what the shop's timer would do then. */
const letDaysPass: LetDaysPass = async (orderNo, days) => {
  const then = new Date(Date.now() + days * 24 * 60 * 60 * 1000)
  if (!(await receiveOverdue(orderNo, then)))
    throw new Error(
      say(`过 ${days} 天，订单 ${orderNo} 没有到期的事`, `After ${days} days nothing is due for ${orderNo}`),
    )
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
