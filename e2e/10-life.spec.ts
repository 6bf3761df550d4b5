import { listScenarios, readScenario } from '../scenarios/scenario'
import { eventsOf, orderAndGoToCashier, PAID, stateOf, untilDelivered } from './buyer'
import { run } from './command'
import { live } from './live-scenario'
import { SEATS } from './shops'
import { expect, test } from './test'

/** The scenarios that are lived through in both charsets; the others in one. */
const IN_GBK_TOO = [
  'paid-shipped-confirmed',
  'refund-before-shipping',
  'refund-goods-sent-back',
  'closed-by-timer',
]

for (const name of listScenarios('partner')) {
  const scenario = readScenario(name)
  const title = `${scenario.covers.map((id) => `[${id}]`).join(' ')} ${scenario.title.en}`
  test(`${title}: shop and gateway end in the same state, in UTF-8`, async ({ page, shop }) =>
    live(page, shop.url, scenario))

  if (!IN_GBK_TOO.includes(name)) continue
  test(`${title}: shop and gateway end in the same state, in GBK`, async ({ page, gbkShop }) =>
    live(page, gbkShop.url, scenario))
}

test('npm run scenario plays a file without a browser, in GBK, and tells where there is no shop', async ({
  gbkShop,
}) => {
  const played = await run('scenario.ts', ['paid-shipped-confirmed'], { SHOP_URL: gbkShop.url })
  expect(played.output).toContain('✓ ends as told: 已完成')
  expect(played.code).toBe(0)
  const nowhere = await run('scenario.ts', ['paid-shipped-confirmed'], { SHOP_URL: 'http://127.0.0.1:9' })
  expect(nowhere).toMatchObject({ code: 1, output: expect.stringContaining('npm start') })
})

test('[T5.3] [T5.2A] npm run reconcile, beside the running shop, finds a payment whose notification never came', async ({
  page,
  relayedShop,
  sandbox,
}) => {
  const { url, partner, key, relay } = relayedShop
  const settings = {
    DATABASE_PORT: String(SEATS.relayed.databasePort),
    SHOP_URL: url,
    ALIPAY_GATEWAY_URL: sandbox.gatewayUrl,
    ALIPAY_PARTNER: partner,
    ALIPAY_KEY: key,
    ALIPAY_SELLER_EMAIL: `seller-${SEATS.relayed.port}@example.com`,
  }
  const orderNo = await orderAndGoToCashier(page, url)
  relay.refuse(orderNo)
  await sandbox.pay(orderNo)
  const found = await run('reconcile.ts', ['--older-than', '0s'], settings)
  expect(found.output).toContain(`${orderNo}  applied what was missing  (none -> WAIT_SELLER_SEND_GOODS)`)
  await page.goto(`${url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText(PAID)
  relay.letThrough(orderNo)
  await sandbox.advance('2m') // and then they come after all
  await untilDelivered(sandbox, orderNo, 2)
  await page.reload()
  await expect(eventsOf(page, '付款成功')).toHaveCount(1)

  const wrong = await run('reconcile.ts', ['--older-than', 'soon'], settings)
  expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('30m') })
  await orderAndGoToCashier(page, url)
  const nowhere = { ...settings, ALIPAY_GATEWAY_URL: 'http://127.0.0.1:9/gateway.do' }
  const unheard = await run('reconcile.ts', ['--older-than', '0s', '--limit', '1'], nowhere)
  expect(unheard).toMatchObject({ code: 2, output: expect.stringContaining('does not answer') })
})
