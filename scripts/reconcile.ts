// npm run reconcile: asks the gateway about orders whose notifications may have been lost, and applies what was missing.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { env, parseEnv } from '../lib/env'
import { log } from '../lib/log'
import { findUnsettled, type UnsettledOrder } from '../lib/orders/find-unsettled'
import { type Finding, reconcile } from '../lib/payments/reconcile'
import { openDatabase } from './open-database'

const HELP = `npm run reconcile -- [--older-than 30m] [--limit 1000] [--dry-run]

Asks the gateway about every order that is not at its end and has had no news for so long
(90s, 30m, 2h, 7d), those not asked about for longest first, and applies what was missing.
May run beside the shop. --dry-run only lists the orders. Ends with 0 where all is well, 1
where an order needs a person, 2 where it could not run: wrong options, no database, a gateway that does not answer.`

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const NEEDS_A_PERSON = 1
const COULD_NOT_RUN = 2

const WORDS: Record<Finding['kind'], string> = {
  settled: 'nothing was missing',
  applied: 'applied what was missing',
  no_trade: 'not paid: the buyer never logged in at the cashier',
  person: 'NEEDS A PERSON',
  unreachable: 'no answer from the gateway',
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
try {
  process.exitCode = await run()
} catch (error) {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined }
  console.error(cause ? `${message}: ${cause}` : message)
  process.exitCode = COULD_NOT_RUN
}
process.exit()

async function run() {
  const options = {
    'older-than': { type: 'string', default: '30m' },
    limit: { type: 'string', default: '1000' },
    'dry-run': { type: 'boolean' },
    help: { type: 'boolean' },
  } as const
  const { values } = parseArgs({ options })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const olderThanMs = duration(values['older-than'])
  if (!/^[1-9]\d{0,8}$/.test(values.limit)) throw new Error('--limit is a whole number from 1')

  if (existsSync('.env')) process.loadEnvFile('.env')
  // env() is for when DATABASE_URL is set
  process.env.DATABASE_URL = (await openDatabase(parseEnv(process.env))).url
  log().level = 'silent' // what is found is told below
  const orders = await findUnsettled(olderThanMs, Number(values.limit))
  if (values['dry-run']) {
    for (const { orderNo, tradeStatus } of orders) console.log(`${orderNo}  ${tradeStatus ?? 'unpaid'}`)
    console.log(`${orders.length} orders would be asked about`)
    return 0
  }
  return askAll(orders)
}

async function askAll(orders: UnsettledOrder[]) {
  const counts = { settled: 0, applied: 0, no_trade: 0, person: 0, unreachable: 0 }
  let asked = 0
  for await (const { orderNo, kind, detail } of reconcile(orders, env().alipay)) {
    asked += 1
    counts[kind] += 1
    clearBar()
    console.log(`${orderNo}  ${WORDS[kind]}${detail.en && `  (${detail.en})`}`)
    showBar(asked, orders.length)
  }
  clearBar()
  const told = (Object.keys(counts) as Finding['kind'][]).filter((kind) => counts[kind] > 0)
  console.log(
    [
      `${asked} of ${orders.length} orders asked about`,
      ...told.map((kind) => `${counts[kind]}: ${WORDS[kind]}`),
    ].join('\n'),
  )
  if (asked < orders.length || (asked > 0 && counts.unreachable === asked)) {
    const { gatewayUrl } = env().alipay
    console.error(
      `The gateway ${gatewayUrl} does not answer` +
        (env().sandbox ? ': it is the sandbox of the shop, so start the shop (npm start).' : '.'),
    )
    return COULD_NOT_RUN
  }
  return counts.person + counts.unreachable > 0 ? NEEDS_A_PERSON : 0
}

function duration(text: string) {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? []
  if (!count || !unit) throw new Error('--older-than is a duration such as 90s, 30m, 2h or 7d')
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
