// npm run scenario -- NAME: plays a life of a trade against a running shop, over HTTP only. Without a name: the list.
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { parseEnv } from '../lib/env'
import { type HttpBuyer, httpBuyer, textIn } from '../scenarios/http-buyer'
import { countDeliveries, play, tradeAt } from '../scenarios/play'
import { listScenarios, readScenario, type Scenario } from '../scenarios/scenario'

const PATIENCE_MS = 15_000

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
try {
  const [name] = process.argv.slice(2)
  if (name) await run(name)
  else
    for (const one of listScenarios()) {
      const { zh, en } = readScenario(one).title
      console.log(`${one.padEnd(24)} ${zh} (${en})`)
    }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(name: string) {
  const scenario = readScenario(name)
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { shopUrl } = parseEnv(process.env)
  await requireShop(shopUrl)
  const buyer = httpBuyer(shopUrl)
  console.log(`${scenario.title.zh} (${scenario.title.en})`)
  const { orderNo, gateway } = await play(scenario, buyer, (step) => console.log(`  ${step}`))
  const left = await differences(scenario, () => endOf(orderNo, gateway, buyer))
  console.log((await buyer.read(`/orders/${orderNo}/trace.txt`)) ?? '')
  console.log(`${shopUrl}/orders/${orderNo}`)
  for (const line of left) console.error(`✗ ${line}`)
  if (left.length > 0) process.exitCode = 1
  else console.log(`✓ ends as told: ${scenario.end.state}`)
}

async function requireShop(shopUrl: string) {
  const answer = await fetch(shopUrl).catch(() => undefined)
  if (!answer?.ok)
    throw new Error(
      `No shop answers at ${shopUrl}: start one with npm start in another terminal, or set SHOP_URL (or PORT) to where it runs.`,
    )
}

/** What is not yet as the scenario ends; messages are on their way for a moment, so it looks until all is well. */
async function differences({ end }: Scenario, look: () => Promise<Scenario['end']>) {
  for (const until = Date.now() + PATIENCE_MS; ; await wait(200)) {
    const found = Object.entries(await look()).filter(
      ([name, value]) => !isDeepStrictEqual(value, end[name as keyof typeof end]),
    )
    if (found.length === 0 || Date.now() > until)
      return found.map(
        ([name, value]) =>
          `${name} is ${JSON.stringify(value)}, and should be ${JSON.stringify(end[name as keyof typeof end])}`,
      )
  }
}

/** How things stand: at the gateway, and on the order's page in the shop. */
async function endOf(orderNo: string, gateway: string, buyer: HttpBuyer): Promise<Scenario['end']> {
  const trade = await tradeAt(gateway, orderNo)
  const page = (await buyer.read(`/orders/${orderNo}`)) ?? ''
  const progress = /<section aria-labelledby="progress-title"[\s\S]*?<\/ol>/.exec(page)?.[0] ?? ''
  return {
    trade_status: trade.trade_status ?? '',
    refund_status: trade.refund_status,
    deliveries: countDeliveries(trade),
    state: textIn(/<h1\b[\s\S]*?<\/h1>/.exec(page)?.[0] ?? ''),
    events: Array.from(progress.matchAll(/<li\b[\s\S]*?<p\b[^>]*>([\s\S]*?)<\/p>/g), ([, words = '']) =>
      textIn(words),
    ),
  }
}
