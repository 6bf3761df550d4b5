import type { Page } from '@playwright/test'
import { type Buyer, countDeliveries, play, tradeAt } from '../scenarios/play'
import { listScenarios, readScenario, type Scenario } from '../scenarios/scenario'
import { eventsOf, goToCashier, messagesOf, orderNoOf, stateOf } from './buyer'
import { expect, test } from './test'

/** The scenarios that are lived through in both charsets; the others in one. */
const IN_GBK_TOO = [
  'paid-shipped-confirmed',
  'refund-before-shipping',
  'refund-goods-sent-back',
  'closed-by-timer',
]
const inBrowser = (page: Page, shopUrl: string): Buyer => ({
  async order(slug) {
    await page.goto(shopUrl)
    await page
      .locator('form', { has: page.locator(`input[value="${slug}"]`) })
      .getByRole('button')
      .click()
    await expect(page).toHaveURL(/\/orders\/\d{24}$/)
    return orderNoOf(page)
  },
  async handOver() {
    await goToCashier(page)
    return new URL(page.url()).origin
  },
})

async function live(page: Page, shopUrl: string, scenario: Scenario) {
  const { orderNo, gateway } = await play(scenario, inBrowser(page, shopUrl))
  const { trade_status, refund_status, deliveries, state, events } = scenario.end
  await expect.poll(async () => countDeliveries(await tradeAt(gateway, orderNo))).toEqual(deliveries)
  expect(await tradeAt(gateway, orderNo)).toMatchObject({ trade_status, refund_status })

  await page.goto(`${shopUrl}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText(state)
  await expect(messagesOf(page).filter({ hasText: 'applied' })).toHaveCount(deliveries.delivered ?? 0)
  for (const words of events) await expect(eventsOf(page, words)).toHaveCount(1)
  await expect(page.getByRole('region', { name: '进度' }).getByRole('listitem')).toHaveCount(events.length)
}

for (const name of listScenarios()) {
  const scenario = readScenario(name)
  const title = `${scenario.covers.map((id) => `[${id}]`).join(' ')} ${scenario.title.en}`
  test(`${title}: shop and gateway end in the same state, in UTF-8`, async ({ page, shop }) =>
    live(page, shop.url, scenario))

  if (!IN_GBK_TOO.includes(name)) continue
  test(`${title}: shop and gateway end in the same state, in GBK`, async ({ page, gbkShop }) =>
    live(page, gbkShop.url, scenario))
}
