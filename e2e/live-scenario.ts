import type { Page } from '@playwright/test'
import { type Buyer, countDeliveries, type Fields, type Merchant, play, tradeAt } from '../scenarios/play'
import type { Scenario } from '../scenarios/scenario'
import { eventsOf, goToCashier, messagesOf, orderNoOf, stateOf } from './buyer'
import { expect } from './test'

/** A buyer in a browser. */
const buyerIn = (page: Page, shopUrl: string): Buyer => ({
  async order(slug, quantity) {
    await page.goto(`${shopUrl}/products/${slug}`)
    await page.getByLabel('数量').fill(String(quantity))
    await page.getByRole('button', { name: '立即购买' }).click()
    await expect(page).toHaveURL(/\/orders\/\d{24}$/)
    return orderNoOf(page)
  },
  async handOver() {
    await goToCashier(page)
    return new URL(page.url()).origin
  },
  async comeBack(url) {
    await page.goto(url)
  },
  submit: (orderNo, form, fields) => submit(page, `${shopUrl}/orders/${orderNo}`, form, fields),
})

/** The merchant, in a browser with the session of the back office. */
const merchantIn = (page: Page, shopUrl: string): Merchant => ({
  submit: (orderNo, form, fields) => submit(page, `${shopUrl}/merchant/orders/${orderNo}`, form, fields),
})

/** Submits a form; the page is loaded again until it has it, since a message may still be on its way. */
async function submit(page: Page, url: string, name: string, fields: Fields) {
  const form = page.locator(`form[action$="/${name}"]`).first()
  await expect(async () => {
    await page.goto(url)
    await expect(form).toBeAttached({ timeout: 500 })
  }).toPass()
  await form.evaluate((element) => element.closest('details')?.setAttribute('open', ''))
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    if (await form.locator(`select[name="${name}"]`).count()) await field.selectOption(value)
    else await field.fill(value)
  }
  const submitted = page.waitForResponse((response) => response.request().method() === 'POST')
  await form.getByRole('button').first().click()
  expect((await submitted).status()).toBe(303)
  await page.waitForLoadState()
}

/** Plays a scenario in a browser; shop and gateway have to end in the state that it tells. `seller`: the merchant's page. */
export async function live(page: Page, shopUrl: string, scenario: Scenario, seller?: Page) {
  const merchant = seller && merchantIn(seller, shopUrl)
  const { orderNo, gateway } = await play(scenario, { buyer: buyerIn(page, shopUrl), merchant })
  const { trade_status, refund_status, deliveries, state, events } = scenario.end
  await expect.poll(async () => countDeliveries(await tradeAt(gateway, orderNo))).toEqual(deliveries)
  expect(await tradeAt(gateway, orderNo)).toMatchObject({ trade_status, refund_status })

  await page.goto(`${shopUrl}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText(state)
  if (deliveries.delivered)
    await expect(messagesOf(page).filter({ hasText: 'applied' })).toHaveCount(deliveries.delivered)
  for (const words of events)
    await expect(eventsOf(page, words)).toHaveCount(events.filter((event) => event === words).length)
  await expect(page.getByRole('region', { name: '进度' }).getByRole('listitem')).toHaveCount(events.length)
}
