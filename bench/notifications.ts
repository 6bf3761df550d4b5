/** `npm run bench notifications`: what a notification costs the shop, over HTTP, beside what an empty request costs. */
import { startBenchShop, startVerifyStub } from './bench-shop'
import { load, median } from './load'
import { payments } from './orders'

const COUNT = Number(process.argv[2] ?? 1000)
const ROUNDS = Number(process.argv[3] ?? 3)

const stub = await startVerifyStub()
const shop = await startBenchShop(1, process.env.BENCH_NODE_OPTIONS ?? '')
try {
  const notify = `${shop.url}/api/alipay/notify`
  const rates: Record<string, number[]> = {
    empty: [],
    proxied: [],
    first: [],
    repeat: [],
    tutorial: [],
    p99: [],
  }
  for (let round = -1; round < ROUNDS; round++) {
    const bodies = await payments(shop.database, COUNT)
    const empty = await load(`${shop.url}/bench/empty`, bodies)
    const first = await load(notify, bodies)
    const repeat = await load(notify, bodies)
    const tutorial = await load(`${shop.url}/bench/tutorial`, await payments(shop.database, COUNT))
    const page = await load(
      `${shop.url}/bench/page`,
      bodies.map(() => null),
      { expected: /empty/ },
    )
    console.log(
      Object.entries({ empty, first, repeat, tutorial, page })
        .map(
          ([name, { rate, p50, p99 }]) =>
            `${name} ${rate.toFixed(0)}/s p50 ${p50.toFixed(0)} p99 ${p99.toFixed(0)}`,
        )
        .join(' | '),
    )
    if (round < 0) continue
    rates.empty?.push(empty.rate)
    rates.first?.push(first.rate)
    rates.repeat?.push(repeat.rate)
    rates.tutorial?.push(tutorial.rate)
  }
  console.log(
    Object.entries(rates)
      .map(([name, values]) => `${name} ${median(values).toFixed(0)}`)
      .join(', '),
  )
} finally {
  await shop.stop()
  stub.close()
}
