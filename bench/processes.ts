import { withBenchShop } from './bench-shop'
import type { Figure } from './figure'
import { load } from './load'
import { payments } from './orders'

const COUNT = 1_500

/** First notifications a second with one, two and three processes on one database; the sender has two or three addresses. */
export const processes = () =>
  withBenchShop(3, async (shop): Promise<Figure[]> => {
    const rates: number[] = []
    for (const count of [1, 1, 2, 3]) {
      const bodies = await payments(shop.database, COUNT)
      const parts = shop.servers.slice(0, count).map((server, index) =>
        load(
          `${server.url}/api/alipay/notify`,
          bodies.filter((_, at) => at % count === index),
          { atOnce: Math.ceil(32 / count) },
        ),
      )
      rates.push((await Promise.all(parts)).reduce((sum, { rate }) => sum + rate, 0))
    }
    const [, one = NaN, two = NaN, three = NaN] = rates // the first warms up
    const from = `${[one, two, three].map((rate) => rate.toFixed(0)).join(', ')} first notifications a second`
    return [
      { name: '2 processes / 1', value: two / one, from },
      { name: '3 processes / 1', value: three / one, from },
    ]
  })
