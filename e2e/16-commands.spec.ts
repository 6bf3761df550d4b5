import type { Page } from '@playwright/test'
import pg from 'pg'
import { eventsOf, orderAndGoToCashier, PAID, stateOf, untilDelivered } from './buyer'
import { runScript } from './run-script'
import type { Sandbox } from './sandbox'
import { SEATS } from './shops'
import { expect, test } from './test'

test('npm run scenario plays a file without a browser, in GBK, and tells where there is no shop', async ({
  gbkShop,
}) => {
  const played = await runScript('scenario', ['paid-shipped-confirmed'], { SHOP_URL: gbkShop.url })
  expect(played.output).toContain('✓ ends as told: 交易成功结束')
  expect(played.code).toBe(0)
  const nowhere = await runScript('scenario', ['paid-shipped-confirmed'], { SHOP_URL: 'http://127.0.0.1:9' })
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
  const { output } = await runScript('reconcile', ['--older-than', '0s'], settings)
  expect(output).toContain(`${orderNo}  applied what was missing  (none -> WAIT_SELLER_SEND_GOODS)`)
  await page.goto(`${url}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText(PAID)

  relay.letThrough(orderNo)
  await sandbox.advance('2m') // and then they come after all
  await untilDelivered(sandbox, orderNo, 2)
  await page.reload()
  await expect(eventsOf(page, '付款成功')).toHaveCount(1)
})

test('npm run reconcile tells by its exit code that it could not run: wrong options, a gateway that is not there', async ({
  page,
  shop,
}) => {
  const settings = { DATABASE_PORT: String(SEATS.main.databasePort), SHOP_URL: 'http://127.0.0.1:9' }
  await orderAndGoToCashier(page, shop.url)
  const wrong = await runScript('reconcile', ['--older-than', 'soon'], settings)
  expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('30m') })
  const alone = await runScript('reconcile', ['--older-than', '0s', '--limit', '1'], settings)
  expect(alone).toMatchObject({ code: 2, output: expect.stringContaining('does not answer') })
})

/** A payment of more than half an hour ago, whose notification the gateway believes to have sent. */
async function lostPayment(page: Page, shopUrl: string, sandbox: Sandbox) {
  const orderNo = await orderAndGoToCashier(page, shopUrl)
  await sandbox.logIn(orderNo)
  await untilDelivered(sandbox, orderNo, 1)
  await sandbox.misbehave({ kind: 'drop', trade: orderNo })
  await sandbox.pay(orderNo)
  const client = new pg.Client(`postgresql://postgres@127.0.0.1:${SEATS.main.databasePort}/postgres`)
  await client.connect()
  for (const [table, time] of [
    ['Order', 'createdAt'],
    ['Notification', 'receivedAt'],
  ])
    await client.query(
      `UPDATE "shop"."${table}" SET "${time}" = "${time}" - interval '1 hour' WHERE "orderNo" = $1`,
      [orderNo],
    )
  await client.end()
  return orderNo
}

for (const javaScriptEnabled of [true, false])
  test.describe(() => {
    test.use({ javaScriptEnabled })
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

    test(`[T5.2A] the merchant finds a lost payment by a button of the back office, ${how}`, async ({
      browser,
      merchant,
      shop,
      sandbox,
    }) => {
      const page = await browser.newPage({ javaScriptEnabled: true })
      const orderNo = await lostPayment(page, shop.url, sandbox)
      await page.close()
      await merchant.goto(`${shop.url}/merchant/reconcile`)
      await merchant.getByRole('button', { name: '向网关查询' }).click()
      const found = merchant.getByRole('list', { name: '查询结果' }).getByRole('listitem')
      await expect(found.filter({ hasText: orderNo })).toContainText('已补上遗漏的状态')
      await found.filter({ hasText: orderNo }).getByRole('link').click()
      await expect(merchant.getByRole('heading', { level: 1 })).toHaveText(PAID)
    })
  })
