import type { Page } from '@playwright/test'
import pg from 'pg'
import { orderAndGoToCashier, untilDelivered } from './buyer'
import type { Sandbox } from './sandbox'
import { SEATS } from './shops'
import { expect, test } from './test'

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
      await expect(merchant.getByRole('heading', { level: 1 })).toHaveText('买家已付款，等待卖家发货')
    })
  })
