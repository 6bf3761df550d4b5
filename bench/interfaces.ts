import { type Interface, withBenchShop } from './bench-shop'
import type { Figure } from './figure'
import { load, median } from './load'
import { payments } from './orders'

const COUNT = 1_000
const ROUNDS = 5
const WARM_UP = 2_000

/** First notifications a second by the open platform (RSA2, no question to the gateway) beside those by the old interface. */
export async function interfaces(): Promise<Figure[]> {
  const [partner, open] = [await rateOf('partner'), await rateOf('open')]
  return [
    {
      name: 'first notifications of the open platform / of the old interface',
      least: 1,
      value: open / partner,
      from: `open ${open.toFixed(0)}/s, partner ${partner.toFixed(0)}/s`,
    },
  ]
}

const rateOf = (paidBy: Interface) =>
  withBenchShop(
    1,
    async ({ url, database }) => {
      const round = async (count: number) =>
        (await load(`${url}/api/alipay/notify`, await payments(database, count, paidBy))).rate
      await round(WARM_UP)
      const rates: number[] = []
      for (let index = 0; index < ROUNDS; index++) rates.push(await round(COUNT))
      return median(rates)
    },
    { paidBy },
  )
