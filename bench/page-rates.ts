import { withBenchShop } from './bench-shop'
import type { Figure } from './figure'
import { load, median } from './load'
import { aPaidOrder } from './orders'

const COUNT = 400
const ROUNDS = 5

/** How many pages a second the shop makes, beside an empty page of the same Next. */
export const pageRates = () =>
  withBenchShop(1, async (shop): Promise<Figure[]> => {
    const { orderNo, cookie } = await aPaidOrder(shop.url)
    const pages = {
      shelf: ['/', /购物车/],
      'product page': ['/products/longjing', /购物车/],
      'order page': [`/orders/${orderNo}`, /绿茶/],
    } as const
    const visit = (path: string, expected: RegExp) =>
      load(shop.url + path, Array<null>(COUNT).fill(null), { expected, headers: { cookie } })
    const figures: Figure[] = []
    for (const [name, [path, expected]] of Object.entries(pages)) {
      const rounds: { page: number; empty: number }[] = []
      await visit(path, expected)
      for (let round = 0; round < ROUNDS; round++) {
        const empty = await visit('/bench/page', /empty/)
        const page = await visit(path, expected)
        rounds.push({ page: page.rate, empty: empty.rate })
      }
      const of = (read: (round: (typeof rounds)[number]) => number) => median(rounds.map(read))
      figures.push({
        name: `${name} / empty dynamic page`,
        least: 0.5,
        value: of(({ page, empty }) => page / empty),
        from: `${of(({ page }) => page).toFixed(0)}/s, empty ${of(({ empty }) => empty).toFixed(0)}/s`,
      })
    }
    return figures
  })
