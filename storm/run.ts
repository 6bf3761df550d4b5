import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startServer } from '../e2e/servers'
import { anOrder } from '../lib/messages/testing/messages'
import { build } from '../scripts/build.js'
import { runCommand } from '../scripts/command.js'
import { breachesOf, leftInOutbox } from './breaches'
import { type Cluster, startCluster, until } from './cluster'
import { type Gateway, openGateway } from './gateway'
import { account, fateOf, messagesOf } from './messages'
import { requirePackages } from './require-packages'

const usage = {
  zh: `npm run test:storm -- [--orders N] [--seed N]

在 deploy/ha 的集群上一次付清 N 笔订单（默认 1000），同时轮流弄坏它的每一部分，最后逐笔核对。出错时退出码是 1。`,
  en: `npm run test:storm -- [--orders N] [--seed N]

Pays N orders (1000) at once on the cluster of deploy/ha while its parts are broken in turn, and then checks every order.
The exit code is 1 where a promise was broken.`,
}

const options = { orders: { type: 'string' }, seed: { type: 'string' } } as const

void runCommand({ usage, options }, async ({ values }) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
  const binaries = requirePackages()
  build()
  const seed = Number(values.seed ?? randomInt(1_000_000))
  const chance = generator(seed)
  const orderCount = Number(values.orders ?? 1000)
  console.log(`seed ${seed}, ${orderCount} orders`)

  const begun = performance.now()
  const cluster = await startCluster(binaries)
  const start = (number: number) => startShop(cluster, number)
  const shops = [await start(0)] // the first one migrates
  shops.push(...(await Promise.all([start(1), start(2)])))
  process.env.DATABASE_URL = cluster.databaseUrl // for lib/db.ts
  const orders = await Promise.all(
    Array.from({ length: orderCount }, () => anOrder(100 + Math.floor(chance() * 9900))),
  )
  const fates = orders.map(fateOf)
  const messages = fates.flatMap(messagesOf)
  const copies = shuffled(
    messages.flatMap((message) => {
      const isRepeated = message.channel === 'notify' && !message.isForged
      return Array.from({ length: isRepeated ? 1 + Math.floor(chance() * 5) : 1 }, () => message)
    }),
    chance,
  )
  const gateway = await openGateway(cluster.gateway, cluster.door, messages, chance)
  console.log(
    `ready after ${seconds(performance.now() - begun)}; ${messages.length} messages, ${copies.length} deliveries`,
  )

  const killShop = (number: number) => async () => {
    await shops[number]?.kill()
    shops[number] = await start(number)
  }
  let returned: Promise<unknown> = Promise.resolve()
  const faults: Fault[] = [
    // first, because what they had claimed is free again only after two minutes
    ['shop 1 killed', killShop(0)],
    ['shop 2 killed', killShop(1)],
    [
      'primary PostgreSQL killed',
      async () => {
        const node = await cluster.killPrimary()
        const next = await cluster.primary()
        console.log(`  ${node} is dead, ${next} is the primary`)
        cluster.startNode(node)
        returned = cluster.syncStandby()
      },
    ],
    ['PgBouncer restarted', cluster.restartPgBouncer],
    ['verify address down', mood(gateway, 'down')],
    ['verify address slow', mood(gateway, 'slow')],
    ['verify address lying', mood(gateway, 'lying')],
  ]

  const took = await storm(gateway, copies, faults)
  await returned
  const { sent } = gateway.counts
  console.log(`${sent} sent in ${seconds(took)}, ${Math.round((sent / took) * 1000)} a second; answers:`)
  for (const [word, count] of [...gateway.answers].sort()) console.log(`  ${word.slice(0, 40)}: ${count}`)

  const waited = performance.now()
  await until('an empty outbox', async () => (await leftInOutbox(cluster.databaseUrl)) === 0)
  console.log(`outbox empty after ${seconds(performance.now() - waited)}`)
  const breaches = await breachesOf(cluster.databaseUrl, fates, messages)
  for (const breach of breaches.slice(0, 20)) console.error(`BREACH ${breach}`)
  console.log(
    `${breaches.length} breaches in ${fates.length} orders, ${seconds(performance.now() - begun)} in all, seed ${seed}`,
  )
  return breaches.length > 0 ? 1 : 0
})

type Fault = [name: string, run: () => Promise<void>]

/** Milliseconds for which the verify address stays unwell. */
const UNWELL_MS = 5_000

const mood = (gateway: Gateway, next: 'down' | 'slow' | 'lying') => async () => {
  gateway.feel(next)
  await wait(UNWELL_MS)
  gateway.feel('well')
}

/** Sends the copies in as many parts as there are faults and one more, so that each fault meets deliveries under way. */
async function storm(gateway: Gateway, copies: Parameters<Gateway['send']>[0], faults: readonly Fault[]) {
  const begun = performance.now()
  const part = Math.ceil(copies.length / (faults.length + 1))
  const isSettled = (parts: number) => gateway.counts.settled >= Math.min(parts * part, copies.length)
  const untilSettled = (parts: number) => until('the end of the deliveries', async () => isSettled(parts))
  const release = (index: number) => gateway.send(copies.slice(index * part, (index + 1) * part))
  release(0)
  for (const [index, [name, run]] of faults.entries()) {
    await untilSettled(index + 0.5)
    const from = performance.now()
    release(index + 1)
    await run()
    const to = performance.now()
    await until('a success', async () => (gateway.successes.at(-1) ?? 0) > to || isSettled(index + 2))
    const gap = gateway.longestGap(from)
    console.log(
      `  at ${seconds(from - begun)}: ${name}; put right after ${seconds(to - from)}, the longest time without a success ${seconds(gap)}`,
    )
  }
  await untilSettled(faults.length + 1)
  return performance.now() - begun
}

const startShop = ({ shops, databaseUrl, door, gateway, folder }: Cluster, number: number) =>
  startServer({
    port: 3000,
    databasePort: 1, // not used
    env: {
      HOST: shops[number] ?? '',
      SHOP_URL: door,
      DATABASE_URL: databaseUrl,
      TRUSTED_PROXIES: '1',
      LOG_FILE: join(folder, `shop${number + 1}.log`),
      ALIPAY_GATEWAY_URL: `http://${gateway}:8090/gateway.do`,
      ALIPAY_PARTNER: account.partner,
      ALIPAY_KEY: account.key,
      ALIPAY_SELLER_EMAIL: account.sellerEmail,
    },
  })

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  return items
    .map((item) => [chance(), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item)
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
