// npm run reconcile: asks the gateway about orders whose notifications may have been lost, and applies what was missing.
import { env } from '../lib/env'
import { ownGateway } from '../lib/gateway/own-gateway'
import { log } from '../lib/log'
import { findUnsettled, type UnsettledOrder } from '../lib/orders/find-unsettled'
import { type Finding, reconcile } from '../lib/payments/reconcile'
import { runCommand } from './command.js'
import { cliLanguage, say } from './say.js'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run reconcile -- [--older-than 30m] [--limit 1000] [--dry-run] [--lang zh|en]

对每个没有到头、又有这么久（90s、30m、2h、7d）没有消息的订单，还有发出去这么久没有回音的退款，
从最久没有问过的开始问网关，把缺的状态补上。店开着也可以运行。--dry-run 只列出这些订单。结束码 0：都好；1：有订单
要人处理；2：没能运行：选项不对、没有数据库、网关没有应答。`,
  en: `npm run reconcile -- [--older-than 30m] [--limit 1000] [--dry-run] [--lang zh|en]

Asks the gateway about every order that is not at its end and has had no news for so long
(90s, 30m, 2h, 7d), and about refunds sent so long ago without an answer, those not asked about
for longest first, and applies what was missing.
May run beside the shop. --dry-run only lists the orders. Ends with 0 where all is well, 1
where an order needs a person, 2 where it could not run: wrong options, no database, a gateway that does not answer.`,
}

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const NEEDS_A_PERSON = 1
const COULD_NOT_RUN = 2

const WORDS: Record<Finding['kind'], Record<'zh' | 'en', string>> = {
  settled: { zh: '没有遗漏', en: 'nothing was missing' },
  applied: { zh: '已补上遗漏的状态', en: 'applied what was missing' },
  no_trade: {
    zh: '没有付款：买家没有在收银台登录过',
    en: 'not paid: the buyer never logged in at the cashier',
  },
  person: { zh: '要人处理', en: 'NEEDS A PERSON' },
  unreachable: { zh: '网关没有应答', en: 'no answer from the gateway' },
}

const options = {
  'older-than': { type: 'string', default: '30m' },
  limit: { type: 'string', default: '1000' },
  'dry-run': { type: 'boolean' },
} as const

void runCommand({ usage, options, failure: COULD_NOT_RUN }, async ({ values }) => {
  const olderThanMs = duration(values['older-than'])
  if (!/^[1-9]\d{0,8}$/.test(values.limit))
    throw new Error(say('--limit 要写从 1 开始的整数', '--limit is a whole number from 1'))

  return withDatabase(async () => {
    log().level = 'silent' // what is found is told below
    const orders = await findUnsettled(olderThanMs, Number(values.limit))
    if (!values['dry-run']) return askAll(orders)
    for (const { orderNo, tradeStatus, verb } of orders) {
      const refund = verb === 'refund_query' ? say('  退款没有回音', '  a refund without an answer') : ''
      console.log(`${orderNo}  ${tradeStatus ?? say('未付款', 'unpaid')}${refund}`)
    }
    console.log(say(`会问到 ${orders.length} 个订单`, `${orders.length} orders would be asked about`))
    return 0
  })
})

async function askAll(orders: UnsettledOrder[]) {
  const counts = { settled: 0, applied: 0, no_trade: 0, person: 0, unreachable: 0 }
  let asked = 0
  for await (const { orderNo, kind, detail } of reconcile(orders, ownGateway())) {
    asked += 1
    counts[kind] += 1
    clearBar()
    const language = cliLanguage()
    console.log(`${orderNo}  ${WORDS[kind][language]}${detail[language] && `  (${detail[language]})`}`)
    showBar(asked, orders.length)
  }
  clearBar()
  const told = (Object.keys(counts) as Finding['kind'][]).filter((kind) => counts[kind] > 0)
  console.log(
    [
      say(`${orders.length} 个订单，问了 ${asked} 个`, `${asked} of ${orders.length} orders asked about`),
      ...told.map((kind) => `${counts[kind]}: ${WORDS[kind][cliLanguage()]}`),
    ].join('\n'),
  )
  if (asked < orders.length || (asked > 0 && counts.unreachable === asked)) {
    const { gatewayUrl } = env().alipay
    console.error(
      env().sandbox
        ? say(
            `网关 ${gatewayUrl} 没有应答：它是本店的沙箱，请启动店（npm start）。`,
            `The gateway ${gatewayUrl} does not answer: it is the sandbox of the shop, so start the shop (npm start).`,
          )
        : say(`网关 ${gatewayUrl} 没有应答。`, `The gateway ${gatewayUrl} does not answer.`),
    )
    return COULD_NOT_RUN
  }
  return counts.person + counts.unreachable > 0 ? NEEDS_A_PERSON : 0
}

function duration(text: string) {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? []
  if (!count || !unit)
    throw new Error(
      say(
        '--older-than 要写时长，例如 90s、30m、2h、7d',
        '--older-than is a duration such as 90s, 30m, 2h or 7d',
      ),
    )
  return Number(count) * (UNITS[unit] ?? 0)
}

function showBar(done: number, total: number) {
  if (!process.stdout.isTTY) return
  const width = 30
  const filled = Math.round((done / total) * width)
  process.stdout.write(`${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}`)
}

function clearBar() {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
}
