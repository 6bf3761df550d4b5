import { type BenchShop, withBenchShop } from './bench-shop'
import type { Figure } from './figure'
import { type Load, load, median } from './load'
import { payments } from './orders'

const COUNT = 1_000
const ROUNDS = 5
const WARM_UP = 2_000
const REPEATS = 200

/** What notifications cost the shop over HTTP, beside an empty handler and the tutorials' one on the same server. */
export const notifications = () =>
  withBenchShop(1, async (shop): Promise<Figure[]> => {
    await load(`${shop.url}/api/alipay/notify`, await payments(shop.database, WARM_UP))
    await load(`${shop.url}/bench/tutorial`, await payments(shop.database, WARM_UP))
    await load(`${shop.url}/bench/empty`, await payments(shop.database, WARM_UP))
    const rounds: Awaited<ReturnType<typeof oneRound>>[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(shop))
    const of = (read: (round: (typeof rounds)[number]) => number) => median(rounds.map(read))
    const rates = (['empty', 'first', 'repeat', 'tutorial'] as const)
      .map((name) => `${name} ${of((round) => round[name].rate).toFixed(0)}/s`)
      .join(', ')
    return [
      {
        name: 'first notifications / empty route handler',
        least: 0.5,
        value: of(({ first, empty }) => first.rate / empty.rate),
        from: rates,
      },
      {
        name: 'exact repeats / first notifications',
        least: 2.5,
        value: of(({ first, repeat }) => repeat.rate / first.rate),
        from: rates,
      },
      {
        name: 'first notifications / the tutorials’ handler',
        least: 0.8,
        value: of(({ first, tutorial }) => first.rate / tutorial.rate),
        from: rates,
      },
      {
        name: `p99 of a new order beside a storm of ${REPEATS} repeats / alone`,
        most: 3,
        value: of(({ alone, beside }) => beside.p99 / alone.p99),
        from: `alone ${of(({ alone }) => alone.p99).toFixed(0)} ms, beside ${of(({ beside }) => beside.p99).toFixed(0)} ms (p50 ${of(({ alone }) => alone.p50).toFixed(0)} and ${of(({ beside }) => beside.p50).toFixed(0)} ms)`,
      },
    ]
  })

async function oneRound({ url, database }: BenchShop) {
  const notify = `${url}/api/alipay/notify`
  const bodies = await payments(database, COUNT)
  const empty = await load(`${url}/bench/empty`, bodies)
  const first = await load(notify, bodies)
  const repeat = await load(notify, bodies)
  const tutorial = await load(`${url}/bench/tutorial`, await payments(database, COUNT))
  const alone = await load(notify, await payments(database, 100), { atOnce: 1 })
  const [repeated] = bodies
  const storm = load(notify, Array<Uint8Array>(REPEATS).fill(repeated ?? new Uint8Array()))
  const beside = await besideStorm(notify, await payments(database, 100), storm)
  return { empty, first, repeat, tutorial, alone, beside }
}

/** New orders, one after the other, for as long as the storm lasts. */
async function besideStorm(notify: string, bodies: Uint8Array[], storm: Promise<Load>): Promise<Load> {
  let isOver = false
  void storm.then(() => (isOver = true))
  const times: Load[] = []
  for (const body of bodies) {
    times.push(await load(notify, [body], { atOnce: 1 }))
    if (isOver) break
  }
  await storm
  const all = times.map(({ p50 }) => p50)
  return { rate: NaN, p50: median(all), p95: NaN, p99: Math.max(...all) }
}
