import { chromium } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { goToCashier, logIn, order } from '../e2e/buyer'
import { emptyDatabase, startServer } from '../e2e/servers'
import { build } from '../scripts/build.js'
import { findChromium } from '../scripts/find-chromium.js'
import type { Figure } from './figure'
import { percentile } from './load'

const PAID_TITLE = /<h1[^>]*>(付款成功|您已付款，等待发货)</
const PURCHASES = 40
const SEAT = { port: 13190, databasePort: 15490 }

/** From the click on "pay" at the sandbox's cashier to the order page that says "paid", on the embedded database. */
export async function payment(): Promise<Figure[]> {
  build()
  emptyDatabase(SEAT.databasePort)
  const shop = await startServer(SEAT)
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const times: number[] = []
    for (let purchase = 0; purchase <= PURCHASES; purchase++) {
      const orderNo = await order(page, shop.url)
      await goToCashier(page)
      await logIn(page)
      const started = performance.now()
      await page.getByRole('button', { name: '确认无误，付款' }).click({ noWaitAfter: true })
      const isPaid = async () =>
        PAID_TITLE.test(await (await page.request.get(`${shop.url}/orders/${orderNo}`)).text())
      while (!(await isPaid())) await wait(50) // each look costs the shop as much as a payment
      times.push((performance.now() - started) / 1000)
    }
    times.shift() // warms up
    const from = `p50 ${percentile(times, 0.5).toFixed(2)} s, ${PURCHASES} purchases`
    return [
      {
        name: 'pay at the cashier to "paid" on the order page, p95 (s)',
        most: 0.5,
        value: percentile(times, 0.95),
        from,
      },
    ]
  } finally {
    await browser.close()
    await shop.stop()
  }
}
